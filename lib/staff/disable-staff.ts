import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import type { Transaction } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { Conflict, Missing } from '#lib/site/problems.ts';
import { keepAnAdministrator } from './administrators.ts';
import { endPasswordLinks } from './password-links.ts';
import { demand } from './permissions.ts';
import { rowId } from './staff-input.ts';
import type { Actor } from './types.ts';

export const staffIdInput = z.object({ id: rowId });
type StaffId = z.infer<typeof staffIdInput>;

/** Shuts every door a person has open. */
async function signOutEverywhere(tx: Transaction, id: number): Promise<void> {
  await tx.session.deleteMany({ where: { userId: id } });
  await tx.editingSession.deleteMany({ where: { staffId: id } });
  await endPasswordLinks(tx, id);
}

/**
 * Takes a person's access away: they are signed out at once and can't come back. What they wrote stays.
 * @throws Conflict for oneself and for the last administrator
 */
export async function disableStaff(actor: Actor, { id }: StaffId, now: Date): Promise<void> {
  demand(actor, 'staff.manage');
  if (id === actor.id) throw new Conflict('Bạn không thể khóa tài khoản của chính mình.');
  await change('staff.disable', async (tx) => {
    await keepAnAdministrator(tx, id);
    const { count } = await tx.staff.updateMany({
      where: { id, disabledAt: null },
      data: { disabledAt: now },
    });
    if (count === 0) throw new Missing('Không có tài khoản này, hoặc tài khoản đã khóa.');
    await signOutEverywhere(tx, id);
    await record(tx, { actor, action: 'staff.disable', subject: { type: 'staff', id }, at: now });
    return { value: undefined, tags: [] };
  });
}

/** Gives a person their access back, with the password they had. */
export async function enableStaff(actor: Actor, { id }: StaffId, now: Date): Promise<void> {
  demand(actor, 'staff.manage');
  await change('staff.enable', async (tx) => {
    const where = { id, disabledAt: { not: null } };
    const { count } = await tx.staff.updateMany({ where, data: { disabledAt: null } });
    if (count === 0) throw new Missing('Không có tài khoản này, hoặc tài khoản không bị khóa.');
    await signOutEverywhere(tx, id);
    await record(tx, { actor, action: 'staff.enable', subject: { type: 'staff', id }, at: now });
    return { value: undefined, tags: [] };
  });
}
