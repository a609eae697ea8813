import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import type { Transaction } from '#lib/db.ts';
import { id } from '#lib/named/input.ts';
import { oneAtATime } from '#lib/named/one-at-a-time.ts';
import { siteTag } from '#lib/page-cache/tags.ts';
import { forgetRedirectsTo, leaveRedirect } from '#lib/redirects/leave.ts';
import { Invalid } from '#lib/site/problems.ts';
import { categoryPath } from '#lib/site/urls.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { countHanging, moveHanging } from './hanging.ts';
import { type HeldCategory, holdCategory } from './hold.ts';
import { movePath } from './move-path.ts';
import { demandFree, nextPosition } from './rules.ts';
import { hangingWords } from './types.ts';

export const removeCategoryInput = z.strictObject({
  id,
  /** The section that takes what hangs on it, and its address; none is needed where nothing does. */
  into: id.nullable(),
});

const refuse = (message: string) => new Invalid(message, { into: message });

/** The children stand under the receiving section from now on. */
async function moveChildren(tx: Transaction, { children }: HeldCategory, into: HeldCategory): Promise<void> {
  for (const child of children) {
    await demandFree(tx, { id: child.id, name: child.name, slug: child.slug, parent: into });
    const position = await nextPosition(tx, into.id);
    await tx.category.update({ where: { id: child.id }, data: { position } });
    await movePath(tx, await holdCategory(tx, child.id), into, child.slug);
  }
}

function demandReceiver(category: HeldCategory, into: HeldCategory): void {
  if (into.id === category.id) throw refuse('Hãy chọn một chuyên mục khác để nhận.');
  if (into.parentId === category.id) {
    throw refuse(
      'Mục con của chính chuyên mục này không nhận được. Hãy chọn mục khác, hoặc chuyển mục con đi trước.',
    );
  }
  if (category.children.length > 0 && into.parentId !== null) {
    throw refuse('Chuyên mục này có mục con, nên chỉ một chuyên mục cấp một nhận được.');
  }
}

/**
 * Deletes a section. What hangs on it (articles in any state, children, pins, the limits of staff) goes to the receiving
 * section, to which its address leads from then on.
 * @throws NotAllowed, Missing, Invalid (something hangs on it and there is no place for it, or not in that section)
 */
export async function removeCategory(
  actor: Actor,
  input: z.infer<typeof removeCategoryInput>,
  now: Date,
): Promise<{ name: string }> {
  demand(actor, 'category.manage');
  return await oneAtATime('category', 'category.delete', async (tx) => {
    // Articles first, as whoever saves one does it.
    await tx.$executeRaw`SELECT id FROM article WHERE category_id = ${input.id} ORDER BY id FOR NO KEY UPDATE`;
    const category = await holdCategory(tx, input.id);
    const hanging = await countHanging(tx, category.id);
    const into = input.into === null ? null : await holdCategory(tx, input.into);
    if (into) {
      demandReceiver(category, into);
      await moveHanging(tx, category.id, into.id);
      await moveChildren(tx, category, into);
      await leaveRedirect(tx, categoryPath(category.path), categoryPath(into.path));
    } else {
      const words = hangingWords(hanging);
      if (words !== '') throw refuse(`Ở chuyên mục này còn ${words}. Hãy chọn chuyên mục nhận.`);
      await forgetRedirectsTo(tx, categoryPath(category.path));
    }
    await tx.category.delete({ where: { id: category.id } });
    const { name, path, description } = category;
    const details = { name, path, description, into: into?.path ?? null, hanging: { ...hanging } };
    const subject = { type: 'category', id: category.id };
    await record(tx, { actor, action: 'category.delete', subject, details, at: now });
    return { value: { name }, tags: [siteTag] };
  });
}
