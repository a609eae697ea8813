import type { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { change } from '#lib/page-cache/announce.ts';
import { Missing } from '#lib/site/problems.ts';
import type { staffIdInput } from './disable-staff.ts';
import { linkLifetimes, makePasswordLink } from './password-links.ts';
import { demand } from './permissions.ts';
import type { Actor, PasswordLink } from './types.ts';

type StaffId = z.infer<typeof staffIdInput>;

// What an administrator does for somebody who can't get in by themselves.

/**
 * Makes a link by which a person sets a new password. What they had goes on until they use it.
 * @throws Missing for a person who is unknown or disabled
 */
export async function makeStaffLink(actor: Actor, { id }: StaffId, now: Date): Promise<PasswordLink> {
  demand(actor, 'staff.manage');
  return await change('staff.make_link', async (tx) => {
    const staff = await tx.staff.findUnique({ where: { id, disabledAt: null }, select: { id: true } });
    if (!staff) throw new Missing('Không có tài khoản này, hoặc tài khoản đã khóa.');
    const link = await makePasswordLink(tx, id, linkLifetimes.handed, now);
    await record(tx, { actor, action: 'staff.make_link', subject: { type: 'staff', id }, at: now });
    return { value: link, tags: [] };
  });
}

/**
 * Takes a second factor away from somebody who lost their phone and their recovery codes. Their sessions end.
 * @throws Missing if they have none
 */
export async function removeTwoFactor(actor: Actor, { id }: StaffId, now: Date): Promise<void> {
  demand(actor, 'staff.manage');
  await change('staff.two_factor_removed', async (tx) => {
    const where = { id, twoFactorEnabled: true };
    const { count } = await tx.staff.updateMany({ where, data: { twoFactorEnabled: false } });
    if (count === 0) throw new Missing('Tài khoản này không dùng xác thực hai bước.');
    await tx.twoFactor.deleteMany({ where: { userId: id } });
    await tx.session.deleteMany({ where: { userId: id } });
    await record(tx, { actor, action: 'staff.two_factor_removed', subject: { type: 'staff', id }, at: now });
    return { value: undefined, tags: [] };
  });
}
