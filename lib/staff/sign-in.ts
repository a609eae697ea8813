import { APIError } from 'better-auth/api';
import { z } from 'zod';
import { Invalid } from '#lib/site/problems.ts';
import { auth } from './auth.ts';
import { email, typedPassword } from './password-rules.ts';

export const signInInput = z.object({ email, password: typedPassword });

/** What a sign-in came to, with the cookies that the answer must set. */
export interface SignedIn {
  /** "code": the password was right, and the second factor is still to be asked for. */
  step: 'in' | 'code';
  cookies: Headers;
}

/**
 * Signs a person in by e-mail and password.
 * @throws Invalid with one and the same message whether the account, the password or the right to sign in is missing
 */
export async function signInWithPassword(
  headers: Headers,
  input: z.infer<typeof signInInput>,
): Promise<SignedIn> {
  try {
    const answer = await auth().api.signInEmail({ body: input, headers, returnHeaders: true });
    const step = 'twoFactorRedirect' in answer.response ? 'code' : 'in';
    return { step, cookies: answer.headers };
  } catch (error) {
    if (error instanceof APIError) throw new Invalid('E-mail hoặc mật khẩu không đúng.');
    throw error;
  }
}
