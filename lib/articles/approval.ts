import type { Transaction } from '#lib/db.ts';
import { readSettings } from '#lib/settings/read.ts';
import type { Actor } from '#lib/staff/types.ts';

/** Whether anybody else in the newsroom could approve an article of this section. */
async function hasOtherApprover(tx: Transaction, actor: Actor, categoryId: number | null): Promise<boolean> {
  const category = await tx.category.findUnique({
    where: { id: categoryId ?? 0 },
    select: { parentId: true },
  });
  const sections = [categoryId, category?.parentId].filter((id) => typeof id === 'number');
  const others = await tx.staff.count({
    where: {
      id: { not: actor.id },
      disabledAt: null,
      OR: [
        { role: { in: ['editor_in_chief', 'admin'] } },
        { role: 'managing_editor', categories: { some: { categoryId: { in: sections } } } },
      ],
    },
  });
  return others > 0;
}

/** Whether the person may approve what they wrote, by the paper's settings. */
export async function mayApproveOwn(
  tx: Transaction,
  actor: Actor,
  categoryId: number | null,
): Promise<boolean> {
  const { selfApproval } = await readSettings(tx);
  if (selfApproval === 'when_alone') return !(await hasOtherApprover(tx, actor, categoryId));
  return selfApproval === 'always';
}
