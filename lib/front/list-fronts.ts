import { db } from '#lib/db.ts';
import { can } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import type { FrontChoice } from './types.ts';

/** The fronts that this person may arrange: the front page, then the sections', each with its children after it. */
export async function listFronts(actor: Actor): Promise<FrontChoice[]> {
  const rows = await db().category.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, parentId: true },
  });
  const inOrder = rows
    .filter((row) => row.parentId === null)
    .flatMap((top) => [
      { id: top.id, name: top.name },
      ...rows
        .filter((row) => row.parentId === top.id)
        .map((child) => ({ id: child.id, name: `${top.name} / ${child.name}` })),
    ]);
  return [
    ...(can(actor, 'front.arrange') ? [{ id: null, name: 'Trang nhất' }] : []),
    ...inOrder.filter(({ id }) => can(actor, 'section_front.arrange', { categoryId: id })),
  ];
}
