'use client';
import { useActionState } from 'react';
import { StatusMessage } from '#components/ui/status-message.tsx';
import type { FormAnswer } from '#lib/site/answer.ts';
import { type FormAction, OpenField, OpenForm } from './open-form.tsx';

interface Props {
  askForLink: FormAction<{ email: string }>;
  /** What the form was answered already, sent without script. */
  given: FormAnswer<{ email: string }> | null;
}

/** Asks for the address that a link to set a new password is to be sent to. */
export function AskLinkForm({ askForLink, given }: Props) {
  const [answer, submit, isPending] = useActionState(askForLink, given);
  if (answer?.ok) {
    return (
      <StatusMessage>
        Nếu {answer.value.email} có tài khoản, thư kèm liên kết đặt mật khẩu đã được gửi tới đó. Liên kết dùng
        được một lần, trong một giờ.
      </StatusMessage>
    );
  }
  return (
    <OpenForm action={submit} answer={answer} busy={isPending} button="Gửi liên kết">
      <OpenField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={answer?.email}
        error={answer?.fields['email']}
      />
    </OpenForm>
  );
}
