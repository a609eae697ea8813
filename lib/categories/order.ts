import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { id } from '#lib/named/input.ts';
import { oneAtATime } from '#lib/named/one-at-a-time.ts';
import { categoriesTag, frontTag } from '#lib/page-cache/tags.ts';
import { Conflict } from '#lib/site/problems.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';

export const orderCategoriesInput = z.strictObject({
  /** The level: the section whose children they are, or null for the top. */
  parentId: id.nullable(),
  /** All sections of the level, in their new order. */
  ids: z.array(id).max(500),
});

/**
 * Puts the sections of one level into this order, in the menus and on the front page.
 * @throws NotAllowed; Conflict if these are not, or no longer, all sections of the level
 */
export async function orderCategories(
  actor: Actor,
  { parentId, ids }: z.infer<typeof orderCategoriesInput>,
  now: Date,
): Promise<void> {
  demand(actor, 'category.manage');
  await oneAtATime('category', 'category.order', async (tx) => {
    const level = await tx.category.findMany({
      where: { parentId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    const there = new Set(level.map((row) => row.id));
    if (ids.length !== there.size || new Set(ids).size !== ids.length || ids.some((one) => !there.has(one))) {
      throw new Conflict(
        'Danh sách chuyên mục vừa được người khác thay đổi. Hãy tải lại trang rồi sắp xếp lại.',
      );
    }
    for (const [position, one] of ids.entries()) {
      await tx.category.update({ where: { id: one }, data: { position } });
    }
    const details = { before: level.map((row) => row.id), after: ids };
    const subject = { type: 'category', id: parentId };
    await record(tx, { actor, action: 'category.order', subject, details, at: now });
    return { value: undefined, tags: [categoriesTag, frontTag] };
  });
}
