import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import type { Transaction } from '#lib/db.ts';
import { demandUnchanged, id, text } from '#lib/named/input.ts';
import { oneAtATime } from '#lib/named/one-at-a-time.ts';
import { siteTag } from '#lib/page-cache/tags.ts';
import { Invalid } from '#lib/site/problems.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { type HeldCategory, holdCategory } from './hold.ts';
import { movePath } from './move-path.ts';
import {
  categoryName,
  categorySlug,
  demandFree,
  demandParent,
  nextPosition,
  type Parent,
  sectionSlug,
} from './rules.ts';

export const editCategoryInput = z.strictObject({
  id,
  name: categoryName,
  /** Left out, the address follows the name. */
  slug: categorySlug.optional(),
  description: text,
  parentId: id.nullable(),
  /** What the form began with. */
  was: z.strictObject({
    name: z.string(),
    slug: z.string(),
    description: z.string(),
    parentId: z.int().nullable(),
  }),
});

type Input = z.infer<typeof editCategoryInput>;

/** The section that it is to stand under. @throws Invalid, for `parentId` */
async function demandPlace(tx: Transaction, before: HeldCategory, input: Input): Promise<Parent | null> {
  const refuse = (message: string) => new Invalid(message, { parentId: message });
  if (input.parentId === before.id) throw refuse('Một chuyên mục không thể nằm trong chính nó.');
  if (input.parentId !== null && before.children.length > 0) {
    throw refuse('Mục này có mục con nên phải ở cấp một. Hãy chuyển các mục con đi trước.');
  }
  return await demandParent(tx, input.parentId);
}

function slugAfter(before: HeldCategory, input: Input): string {
  if (input.slug) return input.slug;
  return input.name === before.name ? before.slug : sectionSlug(input.name);
}

/**
 * Changes a section: name, address, description, the section it stands under. Its old address leads to the new one, and so
 * do those of its children and of their older pages.
 * @throws NotAllowed, Missing, Conflict (somebody changed it meanwhile), Invalid
 */
export async function editCategory(actor: Actor, input: Input, now: Date): Promise<Input['was']> {
  demand(actor, 'category.manage');
  return await oneAtATime('category', 'category.edit', async (tx) => {
    const before = await holdCategory(tx, input.id);
    const { name, slug, description, parentId, path } = before;
    demandUnchanged('Chuyên mục', input.was, { name, slug, description, parentId });
    const parent = await demandPlace(tx, before, input);
    const after = { name: input.name, description: input.description, slug: slugAfter(before, input) };
    await demandFree(tx, { id: before.id, name: after.name, slug: after.slug, parent });
    const moves = input.parentId !== parentId;
    await tx.category.update({
      where: { id: before.id },
      data: {
        name: after.name,
        description: after.description,
        ...(moves ? { position: await nextPosition(tx, input.parentId) } : {}),
      },
    });
    const newPath = await movePath(tx, before, parent, after.slug);
    const subject = { type: 'category', id: before.id };
    const details = {
      before: { name, description, path },
      after: { name: after.name, description: after.description, path: newPath },
    };
    await record(tx, { actor, action: 'category.edit', subject, details, at: now });
    // Its name and address stand on cards all over the site.
    return { value: { ...after, parentId: input.parentId }, tags: [siteTag] };
  });
}
