import type { Transaction } from '#lib/db.ts';
import { slugsOfRedirects } from '#lib/redirects/taken.ts';
import { findOrAdd, type NamedTable } from '#lib/site/names.ts';
import { isReserved, longestName, nextPosition, type Parent, pathUnder, sectionSlug } from './rules.ts';

const lower = (name: string) => name.toLocaleLowerCase('vi');

/** Why there can be no section with this path of names, or null. */
export function categoryProblem(names: string[]): string | null {
  if (names.some((name) => name === '')) return 'a section has a name: "Thời sự" or "Thời sự/Chính trị"';
  if (names.length > 2) return 'sections have two levels at most: "Thời sự/Chính trị"';
  const long = names.find((name) => name.length > longestName);
  if (long)
    return `the section's name "${long.slice(0, 30)}…" is longer than ${longestName} letters, which no section bar holds`;
  const taken = names.find((name) => isReserved(sectionSlug(name)));
  return taken
    ? `no section can be called "${taken}": the address /${sectionSlug(taken)} is the site's own`
    : null;
}

const sections = (tx: Transaction, parent: Parent | null): NamedTable => ({
  near: () =>
    tx.category.findMany({
      where: { parentId: parent?.id ?? null },
      select: { id: true, name: true, slug: true },
      orderBy: { id: 'asc' },
    }),
  taken: (base) => slugsOfRedirects(tx, (slug) => `/${pathUnder(parent, slug)}`, base),
  add: async (name, slug) => {
    const data = {
      name,
      slug,
      path: pathUnder(parent, slug),
      parentId: parent?.id ?? null,
      position: await nextPosition(tx, parent?.id ?? null),
    };
    await tx.category.createMany({ data: [data], skipDuplicates: true });
  },
  same: (a, b) => lower(a) === lower(b),
});

/**
 * The id of the section with this path of (clean) names, e.g. ["Thời sự", "Chính trị"]; it and its parent are made if
 * they are missing, as the last of their level. Capitals make no difference.
 * @param names  one or two; `categoryProblem` says whether they can be
 */
export async function saveCategory(tx: Transaction, names: string[]): Promise<number> {
  let parent: Parent | null = null;
  for (const name of names) {
    const id: number = await findOrAdd(sections(tx, parent), name, sectionSlug(name));
    parent = await tx.category.findUniqueOrThrow({ where: { id }, select: { id: true, path: true } });
  }
  if (!parent) throw new Error('a section needs a name');
  return parent.id;
}
