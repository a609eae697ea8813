import { APIError } from 'better-auth/api';
import { encode } from 'uqr';
import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { db } from '#lib/db.ts';
import { Conflict, Invalid } from '#lib/site/problems.ts';
import { auth } from './auth.ts';
import { confirmPassword } from './confirm-password.ts';
import { typedPassword } from './password-rules.ts';
import type { Actor, QrCode, TwoFactorOffer } from './types.ts';

/** A verb's result, with the cookies that the answer must set: the library makes a new session of the old one. */
export interface WithCookies<T> {
  value: T;
  cookies: Headers;
}

export const confirmInput = z.object({ password: typedPassword });
type Confirm = z.infer<typeof confirmInput>;

export const firstCodeInput = z.object({
  code: z
    .string('Hãy nhập mã.')
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Mã gồm sáu chữ số.')),
});

async function write(actor: Actor, action: string, now: Date): Promise<void> {
  await record(db(), { actor, action, subject: { type: 'staff', id: actor.id }, at: now });
}

/** What the library refuses here is always that somebody did the same in another window first. */
function meanwhile(error: unknown): never {
  throw error instanceof APIError
    ? new Conflict('Xác thực hai bước vừa được thay đổi ở nơi khác. Hãy tải lại trang.')
    : error;
}

/** An address as a QR code: one path over squares of size one. */
function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join('') };
}

/**
 * Begins a second factor: a new secret for the authenticator app, not yet asked for at the door. Beginning again
 * replaces it.
 * @throws Invalid if the password is wrong
 */
export async function beginTwoFactor(
  actor: Actor,
  { password }: Confirm,
  now: Date,
  headers: Headers,
): Promise<TwoFactorOffer> {
  await confirmPassword(actor, password, 'password', now);
  const offer = await auth().api.enableTwoFactor({ headers, body: { password } }).catch(meanwhile);
  if (offer.method !== 'totp') throw new Error('the library offered another kind of second factor');
  const secret = new URL(offer.totpURI).searchParams.get('secret') ?? '';
  return { uri: offer.totpURI, secret, qr: qrCode(offer.totpURI), recoveryCodes: offer.backupCodes };
}

/**
 * Ends the set-up with the app's first code: from here on the door asks for one.
 * @throws Invalid if the code is wrong
 */
export async function confirmTwoFactor(
  actor: Actor,
  { code }: z.infer<typeof firstCodeInput>,
  now: Date,
  headers: Headers,
): Promise<WithCookies<null>> {
  try {
    const answer = await auth().api.verifyTOTP({ headers, body: { code }, returnHeaders: true });
    await write(actor, 'staff.two_factor_on', now);
    return { value: null, cookies: answer.headers };
  } catch (error) {
    if (!(error instanceof APIError) || error.body?.['code'] !== 'INVALID_CODE') meanwhile(error);
    throw new Invalid('Mã không đúng.', {
      code: 'Mã không đúng. Hãy xem đồng hồ của điện thoại có đúng giờ không rồi nhập mã đang hiện.',
    });
  }
}

/**
 * Switches the second factor off.
 * @throws Invalid if the password is wrong
 */
export async function endTwoFactor(
  actor: Actor,
  { password }: Confirm,
  now: Date,
  headers: Headers,
): Promise<WithCookies<null>> {
  await confirmPassword(actor, password, 'password', now);
  const answer = await auth()
    .api.disableTwoFactor({ headers, body: { password }, returnHeaders: true })
    .catch(meanwhile);
  await write(actor, 'staff.two_factor_off', now);
  return { value: null, cookies: answer.headers };
}

/**
 * Makes new recovery codes; the old ones open nothing any more.
 * @throws Invalid if the password is wrong
 */
export async function renewRecoveryCodes(
  actor: Actor,
  { password }: Confirm,
  now: Date,
  headers: Headers,
): Promise<string[]> {
  await confirmPassword(actor, password, 'password', now);
  const { backupCodes } = await auth()
    .api.generateBackupCodes({ headers, body: { password } })
    .catch(meanwhile);
  await write(actor, 'staff.recovery_codes', now);
  return backupCodes;
}

/** Whether the door asks this person for a second factor, and how many recovery codes are left. */
export async function twoFactorOf(actor: Actor): Promise<{ recoveryCodesLeft: number } | null> {
  const staff = await db().staff.findUnique({ where: { id: actor.id }, select: { twoFactorEnabled: true } });
  if (!staff?.twoFactorEnabled) return null;
  const { backupCodes } = await auth().api.viewBackupCodes({ body: { userId: String(actor.id) } });
  return { recoveryCodesLeft: backupCodes.length };
}
