import { APIError } from 'better-auth/api';
import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { db } from '#lib/db.ts';
import { Conflict, Invalid } from '#lib/site/problems.ts';
import { addressOf } from './address.ts';
import { auth } from './auth.ts';
import { deviceCookie, knownDevice } from './known-device.ts';
import { email, typedPassword } from './password-rules.ts';
import { tidyRecoveryCode } from './recovery-codes.ts';
import {
  countAttempt,
  demandAttempt,
  forgetAttempts,
  limits,
  sweepAttempts,
  takeBackAttempt,
  tooOften,
} from './throttle.ts';
import type { SignInStep } from './types.ts';

const passwordStep = z.object({ step: z.literal('password'), email, password: typedPassword });

const codeStep = z.object({
  step: z.literal('code'),
  /** Of the authenticator app, or one of the recovery codes. */
  code: z.string('Hãy nhập mã.').trim().min(1, 'Hãy nhập mã.').max(40, 'Mã này quá dài.'),
});

export const signInInput = z.discriminatedUnion('step', [passwordStep, codeStep]);
type SignInInput = z.infer<typeof signInInput>;

/** What a step of signing in came to, with the cookies that the answer must set. */
export interface SignedIn extends SignInStep {
  cookies: Headers;
}

/** The code of the library's refusal; null for what is no refusal but a failure. */
function refusalOf(error: unknown): string | null {
  if (!(error instanceof APIError) || error.statusCode >= 500) return null;
  return String(error.body?.['code'] ?? error.status);
}

/** Whose guesses these are: the browser's if it is known to the account, else the account's and the address's. */
function guessers(headers: Headers, address: string) {
  const device = knownDevice(headers, address);
  return device
    ? { own: `device:${device}`, shared: null }
    : { own: `email:${address}`, shared: `address:${addressOf(headers)}` };
}

/** Writes down that somebody came in, and makes their browser known to the account. */
async function welcome(staff: { id: string; email: string }, headers: Headers, cookies: Headers, now: Date) {
  cookies.append('set-cookie', deviceCookie(staff.email));
  const id = Number(staff.id);
  await record(db(), {
    actor: { id },
    action: 'staff.sign_in',
    subject: { type: 'staff', id },
    details: { address: addressOf(headers) },
    at: now,
  });
  await sweepAttempts(now);
  await db().session.deleteMany({ where: { expiresAt: { lt: now } } });
}

/**
 * The first step: e-mail and password.
 * @throws Invalid with one and the same message whether the account, the password or the right to sign in is missing;
 * or one that tells how long to wait
 */
async function signInWithPassword(
  headers: Headers,
  { email: address, password }: z.infer<typeof passwordStep>,
  now: Date,
): Promise<SignedIn> {
  const { own, shared } = guessers(headers, address);
  if (shared) await demandAttempt(shared, limits.address, now);
  await demandAttempt(own, limits.account, now);
  const { response, headers: cookies } = await auth()
    .api.signInEmail({ body: { email: address, password }, headers, returnHeaders: true })
    .catch((error: unknown) => {
      throw refusalOf(error) ? new Invalid('E-mail hoặc mật khẩu không đúng.') : error;
    });
  await forgetAttempts(own);
  if (shared) await takeBackAttempt(shared);
  if ('twoFactorRedirect' in response) return { step: 'code', cookies };
  await welcome(response.user, headers, cookies, now);
  return { step: 'in', cookies };
}

/** Every problem with a code stands at its field: by that the form knows which step it is at. */
const wrongCode = (message: string) => new Invalid(message, { code: message });

function codeProblem(error: unknown): unknown {
  switch (refusalOf(error)) {
    case null:
      return error;
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return wrongCode('Mã không đúng. Hãy xem lại ứng dụng xác thực, hoặc dùng một mã khôi phục chưa dùng.');
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return wrongCode('Đã nhập sai quá nhiều mã. Hãy thử lại sau ít phút.');
    default:
      return new Conflict('Bước này đã quá hạn. Hãy nhập lại e-mail và mật khẩu.');
  }
}

/** The request without the cookie of a session: the code belongs to the sign-in under way, not to who was here before. */
function withoutSession(headers: Headers): Headers {
  const cookies = headers.get('cookie')?.split(';') ?? [];
  const others = new Headers(headers);
  others.set('cookie', cookies.filter((cookie) => !cookie.includes('session_token=')).join(';'));
  return others;
}

/** Has the library look at a code; what it makes of a right one is a session. */
async function verify(code: string, headers: Headers) {
  const question = { headers: withoutSession(headers), returnHeaders: true } as const;
  const digits = code.replace(/\s/g, '');
  try {
    return /^\d{6}$/.test(digits)
      ? await auth().api.verifyTOTP({ ...question, body: { code: digits } })
      : await auth().api.verifyBackupCode({ ...question, body: { code: tidyRecoveryCode(code) } });
  } catch (error) {
    throw codeProblem(error);
  }
}

/**
 * The second step of signing in: a code of the authenticator app, or a recovery code.
 * @throws Invalid for a wrong or used code; Conflict when signing in must begin again
 */
async function signInWithCode(
  headers: Headers,
  { code }: z.infer<typeof codeStep>,
  now: Date,
): Promise<SignedIn> {
  const shared = `address:${addressOf(headers)}`;
  const wait = await countAttempt(shared, limits.address, now);
  if (wait > 0) throw wrongCode(tooOften(wait));
  const { response, headers: cookies } = await verify(code, headers);
  const { user, token } = response;
  if (!token || !user) throw new Error('the library made no session');
  // Codes of the app are good for more than a minute: read over a shoulder, this one opens nothing any more.
  const key = `code:${user.id}:${code.replace(/\s/g, '')}`;
  if ((await countAttempt(key, limits.usedCode, now)) > 0) {
    await db().session.deleteMany({ where: { token } });
    throw wrongCode('Mã này vừa được dùng. Hãy đợi mã tiếp theo.');
  }
  await takeBackAttempt(shared);
  await welcome(user, headers, cookies, now);
  return { step: 'in', cookies };
}

/** A step of signing in, whichever it is. What goes wrong is told by the steps. */
export async function signInStep(headers: Headers, input: SignInInput, now: Date): Promise<SignedIn> {
  return input.step === 'code'
    ? await signInWithCode(headers, input, now)
    : await signInWithPassword(headers, input, now);
}
