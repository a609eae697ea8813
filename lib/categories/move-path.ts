import type { Transaction } from '#lib/db.ts';
import { leaveRedirect } from '#lib/redirects/leave.ts';
import { categoryPath } from '#lib/site/urls.ts';
import type { HeldCategory } from './hold.ts';
import { type Parent, pathUnder } from './rules.ts';

/**
 * Puts a section at another address, and its children with it; the old addresses lead to the new ones.
 * @returns the new path
 */
export async function movePath(
  tx: Transaction,
  category: HeldCategory,
  parent: Parent | null,
  slug: string,
): Promise<string> {
  const path = pathUnder(parent, slug);
  if (path === category.path) return path;
  await tx.category.update({
    where: { id: category.id },
    data: { slug, path, parentId: parent?.id ?? null },
  });
  await leaveRedirect(tx, categoryPath(category.path), categoryPath(path));
  for (const child of category.children) {
    const childPath = pathUnder({ id: category.id, path }, child.slug);
    await tx.category.update({ where: { id: child.id }, data: { path: childPath } });
    await leaveRedirect(tx, categoryPath(child.path), categoryPath(childPath));
  }
  return path;
}
