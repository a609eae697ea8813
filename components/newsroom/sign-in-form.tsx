'use client';

import { useActionState, useState } from 'react';
import type { Answer } from '#lib/site/answer.ts';

type State = Answer<{ step: 'in' | 'code' }> | null;

interface Props {
  signIn: (before: State, form: FormData) => Promise<State>;
  /** The page to go to afterwards. */
  returnTo: string;
}

/** E-mail and password. Works without script too; what was typed as e-mail stays after a wrong password. */
export function SignInForm({ signIn, returnTo }: Props) {
  const [state, submit, isPending] = useActionState(signIn, null);
  const [typedEmail, setTypedEmail] = useState('');
  const problem = state && !state.ok ? state : null;
  return (
    <form
      action={submit}
      // The form is emptied after each answer; the e-mail is not to be typed again.
      onSubmit={(event) => setTypedEmail(String(new FormData(event.currentTarget).get('email')))}
    >
      <input type="hidden" name="ve" value={returnTo} />
      {problem && <p role="alert">{problem.message}</p>}
      <label>
        Email
        <input name="email" type="email" autoComplete="username" required defaultValue={typedEmail} />
      </label>
      <label>
        Mật khẩu
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit" disabled={isPending}>
        Đăng nhập
      </button>
    </form>
  );
}
