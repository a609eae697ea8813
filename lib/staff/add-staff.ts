import { hashPassword } from 'better-auth/crypto';
import type { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { change } from '#lib/page-cache/announce.ts';
import { linkLifetimes, makePasswordLink } from './password-links.ts';
import { newPassword } from './password-rules.ts';
import { keepPassword } from './passwords.ts';
import { demand } from './permissions.ts';
import { addressIsTaken, sectionsFor, staffInput } from './staff-input.ts';
import type { Actor, PasswordLink } from './types.ts';

export const addStaffInput = staffInput.extend({
  /** Null: the person sets their own by a link. */
  password: newPassword.nullable().default(null),
});

/**
 * Adds a person to the newsroom.
 * @returns who was added; with the link to set a password by, to be handed over, unless one was given
 * @throws Invalid if the address has an account already
 */
export async function addStaff(
  actor: Actor,
  { name, email, role, categoryIds, password }: z.infer<typeof addStaffInput>,
  now: Date,
): Promise<{ id: number; link: PasswordLink | null }> {
  demand(actor, 'staff.manage');
  const hash = password === null ? null : await hashPassword(password);
  return await change('staff.add', async (tx) => {
    const sections = await sectionsFor(tx, role, categoryIds);
    const { id } = await tx.staff.create({
      data: {
        name,
        email,
        role,
        categories: { create: sections.map((section) => ({ categoryId: section.id })) },
      },
      select: { id: true },
    });
    if (hash !== null) await keepPassword(tx, id, hash);
    const link = hash === null ? await makePasswordLink(tx, id, linkLifetimes.handed, now) : null;
    const details = { name, email, role, sections: sections.map((section) => section.path) };
    await record(tx, { actor, action: 'staff.add', subject: { type: 'staff', id }, details, at: now });
    return { value: { id, link }, tags: [] };
  }).catch(addressIsTaken);
}
