import type { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { change } from '#lib/page-cache/announce.ts';
import { Missing } from '#lib/site/problems.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { keepAnAdministrator } from './administrators.ts';
import { endPasswordLinks } from './password-links.ts';
import { demand } from './permissions.ts';
import { addressIsTaken, rowId, sectionsFor, staffInput } from './staff-input.ts';
import type { Actor } from './types.ts';

export const changeStaffInput = staffInput.extend({ id: rowId });
type Given = z.infer<typeof changeStaffInput>;

interface Known {
  name: string;
  email: string;
  role: string;
  sections: string[];
}

const keys = ['name', 'email', 'role', 'sections'] as const;

/** What differs: { before: { role: "reporter" }, after: { role: "editor" } }; null if nothing does. */
function differences(before: Known, after: Known): Prisma.InputJsonObject | null {
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const only = (known: Known) => Object.fromEntries(changed.map((key) => [key, known[key]]));
  return changed.length > 0 ? { before: only(before), after: only(after) } : null;
}

const pathsOf = (sections: readonly { path: string }[]) => sections.map(({ path }) => path);

/**
 * Changes a person's name, address, role and sections. It holds from their next click.
 * @throws Conflict for the last administrator's role; Invalid if the address is somebody else's
 */
export async function changeStaff(actor: Actor, given: Given, now: Date): Promise<void> {
  demand(actor, 'staff.manage');
  const { id, name, email, role, categoryIds } = given;
  await change('staff.change', async (tx) => {
    if (role !== 'admin') await keepAnAdministrator(tx, id);
    const inOrder = {
      select: { category: { select: { path: true } } },
      orderBy: { category: { path: 'asc' } },
    } as const;
    const before = await tx.staff.findUnique({ where: { id }, include: { categories: inOrder } });
    if (!before) throw new Missing('Không có tài khoản này.');
    const sections = await sectionsFor(tx, role, categoryIds);
    const old = { ...before, sections: pathsOf(before.categories.map(({ category }) => category)) };
    const details = differences(old, { ...given, sections: pathsOf(sections) });
    if (!details) return { value: undefined, tags: [] };
    // A link that was sent to the old address must not open the account under the new one.
    if (before.email !== email) await endPasswordLinks(tx, id);
    await tx.staffCategory.deleteMany({ where: { staffId: id } });
    const categories = { create: sections.map((section) => ({ categoryId: section.id })) };
    await tx.staff.update({ where: { id }, data: { name, email, role, categories } });
    await record(tx, { actor, action: 'staff.change', subject: { type: 'staff', id }, details, at: now });
    return { value: undefined, tags: [] };
  }).catch(addressIsTaken);
}
