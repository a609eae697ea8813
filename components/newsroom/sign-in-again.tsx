'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import type { Trouble } from '#components/ui/use-action.ts';
import type { Answer } from '#lib/site/answer.ts';
import type { SignInStep } from '#lib/staff/types.ts';
import { OpenField } from './accounts/open-form.tsx';
import { asksForCode, CodeField } from './accounts/sign-in-form.tsx';

interface Props {
  open: boolean;
  /** Whose page this is: nobody else may go on with it. */
  email: string;
  /** Called when the person is signed in again. */
  onDone: () => void;
  /** Called when the window is closed without that. */
  onCancel: () => void;
}

const unreachable: Trouble = {
  problem: 'unreachable',
  message: 'Không tới được máy chủ. Những gì đã viết vẫn còn đây; hãy thử lại.',
  fields: {},
};

const somebodyElse = (email: string): Trouble => ({
  problem: 'not-allowed',
  message: `Trang này đang mở dưới tên ${email}. Hãy đăng nhập bằng tài khoản ấy.`,
  fields: { email: `Hãy dùng ${email}.` },
});

/** A route and not a server action, after which Next would make the page anew under the person's hands. */
async function ask(form: FormData): Promise<Answer<SignInStep> | null> {
  try {
    const response = await fetch('/admin/dang-nhap/tai-cho', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(form)),
    });
    return await response.json();
  } catch {
    return null;
  }
}

function PasswordFields({ email, errors }: { email: string; errors: Trouble['fields'] }) {
  return (
    <>
      <OpenField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={email}
        error={errors['email']}
      />
      <OpenField
        label="Mật khẩu"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        autoFocus
        error={errors['password']}
      />
    </>
  );
}

/**
 * Signs a person in again over the page they are on, which stays as it is: for work that was under way when the session
 * ended.
 */
export function SignInAgain({ open, email, onDone, onCancel }: Props) {
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);

  const leave = (tell: () => void) => {
    setStep('password');
    setTrouble(null);
    tell();
  };

  const send = async (form: FormData) => {
    setBusy(true);
    const answer = await ask(form);
    setBusy(false);
    if (answer?.ok && answer.value.step === 'in') return leave(onDone);
    setStep(asksForCode(answer) ? 'code' : 'password');
    setTrouble(answer === null ? unreachable : answer.ok ? null : answer);
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = form.get('email');
    const isOther = typeof typed === 'string' && typed.trim().toLowerCase() !== email.toLowerCase();
    if (isOther) setTrouble(somebodyElse(email));
    else if (!busy) void send(form);
  };

  return (
    <Dialog open={open} onClose={() => leave(onCancel)} title="Đăng nhập lại">
      <form key={step} className="form" onSubmit={submit}>
        <p>Phiên làm việc đã hết. Đăng nhập lại để lưu; những gì đã viết vẫn còn nguyên ở dưới.</p>
        <FormErrors trouble={trouble} />
        <input type="hidden" name="step" value={step} />
        {step === 'code' ? (
          <CodeField error={trouble?.fields['code']} />
        ) : (
          <PasswordFields email={email} errors={trouble?.fields ?? {}} />
        )}
        <div className="buttons buttons-end">
          <Button type="submit" variant="primary" busy={busy}>
            {step === 'code' ? 'Xác nhận' : 'Đăng nhập'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
