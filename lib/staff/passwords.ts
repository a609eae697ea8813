import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import type { Transaction } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { Invalid, Missing } from '#lib/site/problems.ts';
import { confirmPassword, passwordOf } from './confirm-password.ts';
import { deviceCookie } from './known-device.ts';
import { endPasswordLinks, findPasswordLink, spendPasswordLink } from './password-links.ts';
import { newPassword, typedPassword } from './password-rules.ts';
import { currentSession } from './sessions.ts';
import type { Actor } from './types.ts';

/** Puts a person's password in place of the one they had, and ends every link that would set another. */
export async function keepPassword(tx: Transaction, staffId: number, hash: string): Promise<void> {
  await tx.account.upsert({
    where: passwordOf(staffId),
    create: { providerId: 'credential', accountId: String(staffId), userId: staffId, password: hash },
    update: { password: hash },
  });
  await endPasswordLinks(tx, staffId);
}

export const changePasswordInput = z.object({ current: typedPassword, next: newPassword });

/**
 * A person changes their own password. Their other sessions end; this one goes on.
 * @throws Invalid if the present password is wrong
 */
export async function changeOwnPassword(
  actor: Actor,
  { current, next }: z.infer<typeof changePasswordInput>,
  now: Date,
  headers: Headers,
): Promise<void> {
  await confirmPassword(actor, current, 'current', now);
  const session = await currentSession(headers);
  const hash = await hashPassword(next);
  await change('staff.change_password', async (tx) => {
    await keepPassword(tx, actor.id, hash);
    await tx.session.deleteMany({ where: { userId: actor.id, id: { not: session.id } } });
    await record(tx, {
      actor,
      action: 'staff.change_password',
      subject: { type: 'staff', id: actor.id },
      at: now,
    });
    return { value: undefined, tags: [] };
  });
}

export const setPasswordInput = z.object({ ma: z.string().min(1).max(200), password: newPassword });

const linkIsOver =
  'Liên kết này đã dùng rồi hoặc đã quá hạn. Hãy xin một liên kết mới, hoặc nhờ quản trị tạo cho bạn.';

/**
 * Sets a password by a link. It works once; every session of the person ends, since it may not have been them.
 * @returns the cookie that makes this browser known to the account, so that guessers elsewhere can't keep them out
 * @throws Missing if the link is used, out of date or made up
 */
export async function setPasswordByLink(
  { ma: token, password }: z.infer<typeof setPasswordInput>,
  now: Date,
): Promise<{ cookies: Headers }> {
  const staff = await findPasswordLink(token, now);
  if (!staff) throw new Missing(linkIsOver);
  if (password.toLowerCase().includes(staff.email)) {
    throw new Invalid('Mật khẩu không được là địa chỉ e-mail.', {
      password: 'Mật khẩu không được là địa chỉ e-mail.',
    });
  }
  const hash = await hashPassword(password);
  await change('staff.reset_password', async (tx) => {
    if (!(await spendPasswordLink(tx, token, now))) throw new Missing(linkIsOver);
    await keepPassword(tx, staff.id, hash);
    await tx.session.deleteMany({ where: { userId: staff.id } });
    await record(tx, {
      actor: staff,
      action: 'staff.reset_password',
      subject: { type: 'staff', id: staff.id },
      at: now,
    });
    return { value: undefined, tags: [] };
  });
  return { cookies: new Headers({ 'set-cookie': deviceCookie(staff.email) }) };
}
