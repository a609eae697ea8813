import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { id, text } from '#lib/named/input.ts';
import { oneAtATime } from '#lib/named/one-at-a-time.ts';
import { categoriesTag, missingTag } from '#lib/page-cache/tags.ts';
import { categoryPath } from '#lib/site/urls.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import {
  categoryName,
  categorySlug,
  demandFree,
  demandParent,
  nextPosition,
  pathUnder,
  sectionSlug,
} from './rules.ts';

export const createCategoryInput = z.strictObject({
  name: categoryName,
  slug: categorySlug.default(''),
  description: text.default(''),
  parentId: id.nullable().default(null),
});

/**
 * Adds a section, as the last of its level. An address that led elsewhere is from now on its own.
 * @throws NotAllowed, Invalid
 */
export async function createCategory(
  actor: Actor,
  input: z.infer<typeof createCategoryInput>,
  now: Date,
): Promise<{ id: number; name: string }> {
  demand(actor, 'category.manage');
  return await oneAtATime('category', 'category.create', async (tx) => {
    const parent = await demandParent(tx, input.parentId);
    const { name, description } = input;
    const slug = input.slug || sectionSlug(name);
    await demandFree(tx, { id: null, name, slug, parent });
    const path = pathUnder(parent, slug);
    const position = await nextPosition(tx, input.parentId);
    const made = await tx.category.create({
      data: { name, slug, path, description, parentId: input.parentId, position },
      select: { id: true, name: true },
    });
    await tx.redirect.deleteMany({ where: { fromPath: categoryPath(path) } });
    const subject = { type: 'category', id: made.id };
    await record(tx, { actor, action: 'category.create', subject, details: { name, path }, at: now });
    return { value: made, tags: [categoriesTag, missingTag] };
  });
}
