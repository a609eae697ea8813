'use client';
import { useActionState, useEffect } from 'react';
import type { Answer, FormAnswer } from '#lib/site/answer.ts';
import type { SignInStep } from '#lib/staff/types.ts';
import { type FormAction, OpenField, OpenForm } from './open-form.tsx';

/** With the page to go to. */
type Step = SignInStep & { to: string };

interface Props {
  signIn: FormAction<Step>;
  /** What the form was answered already, sent without script. */
  given: FormAnswer<Step> | null;
  /** The page to go to afterwards. */
  returnTo: string;
}

/** Whether the second factor is being asked for: the password was right, or a code was given and was wrong. */
export const asksForCode = (answer: Answer<SignInStep> | null): boolean =>
  answer !== null && (answer.ok ? answer.value.step === 'code' : 'code' in answer.fields);

/** The field for the second factor; the focus goes there, for it is all there is to do. */
export function CodeField({ error }: { error?: string | undefined }) {
  return (
    <OpenField
      label="Mã xác thực"
      hint="Sáu chữ số trong ứng dụng xác thực, hoặc một mã khôi phục."
      name="code"
      type="text"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      required
      autoFocus
      error={error}
    />
  );
}

/** E-mail and password; then, for those who have set one up, the second factor. */
export function SignInForm({ signIn, given, returnTo }: Props) {
  const [answer, submit, isPending] = useActionState(signIn, given);
  const goTo = answer?.ok && answer.value.step === 'in' ? answer.value.to : null;
  useEffect(() => {
    if (goTo) window.location.replace(goTo);
  }, [goTo]);
  const errors = answer && !answer.ok ? answer.fields : {};
  const step = asksForCode(answer) ? 'code' : 'password';
  return (
    <OpenForm
      key={step}
      action={submit}
      answer={answer}
      busy={isPending || goTo !== null}
      button={step === 'code' ? 'Xác nhận' : 'Đăng nhập'}
    >
      <input type="hidden" name="ve" value={returnTo} />
      <input type="hidden" name="step" value={step} />
      {step === 'code' ? (
        <CodeField error={errors['code']} />
      ) : (
        <>
          <OpenField
            label="Email"
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={answer?.email}
            error={errors['email']}
          />
          <OpenField
            label="Mật khẩu"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={errors['password']}
          />
        </>
      )}
    </OpenForm>
  );
}
