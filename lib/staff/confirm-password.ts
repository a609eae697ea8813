import { verifyPassword } from 'better-auth/crypto';
import { db } from '#lib/db.ts';
import { Invalid } from '#lib/site/problems.ts';
import { demandAttempt, forgetAttempts, limits } from './throttle.ts';
import type { Actor } from './types.ts';

/** Which row holds a person's password. */
export const passwordOf = (staffId: number) => ({
  providerId_accountId: { providerId: 'credential', accountId: String(staffId) },
});

/**
 * Asks a person who is signed in for their password once more: whoever sits down at an open browser does not have it.
 * @param field  the form's field, which is told if it is wrong
 * @throws Invalid
 */
export async function confirmPassword(
  actor: Actor,
  password: string,
  field: string,
  now: Date,
): Promise<void> {
  const key = `confirm:${actor.id}`;
  await demandAttempt(key, limits.confirmation, now);
  const account = await db().account.findUnique({ where: passwordOf(actor.id), select: { password: true } });
  const isRight = account?.password && (await verifyPassword({ hash: account.password, password }));
  if (!isRight) throw new Invalid('Mật khẩu không đúng.', { [field]: 'Mật khẩu không đúng.' });
  await forgetAttempts(key);
}
