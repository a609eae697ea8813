'use client';
import { useActionState } from 'react';
import type { FormAnswer } from '#lib/site/answer.ts';
import { type FormAction, OpenField, OpenForm } from './open-form.tsx';

interface Props {
  setPassword: FormAction<never>;
  /** What the form was answered already, sent without script. */
  given: FormAnswer<never> | null;
  /** The link's own secret. */
  token: string;
  /** Whose password it is, so that the browser's password manager knows as well. */
  email: string;
}

/** A new password, by a link. */
export function SetPasswordForm({ setPassword, given, token, email }: Props) {
  const [answer, submit, isPending] = useActionState(setPassword, given);
  const errors = answer && !answer.ok ? answer.fields : {};
  return (
    <OpenForm action={submit} answer={answer} busy={isPending} button="Đặt mật khẩu">
      <input type="hidden" name="ma" value={token} />
      <OpenField label="Email" name="email" type="email" autoComplete="username" readOnly value={email} />
      <OpenField
        label="Mật khẩu mới"
        hint="Ít nhất 12 ký tự; vài từ ghép lại là được."
        name="password"
        type="password"
        autoComplete="new-password"
        required
        error={errors['password']}
      />
    </OpenForm>
  );
}
