import type { Transaction } from '#lib/db.ts';
import { findOrAdd, type NamedTable } from '#lib/site/names.ts';
import { slugOf } from '#lib/site/text.ts';

const lower = (name: string) => name.toLocaleLowerCase('vi');

const tags = (tx: Transaction): NamedTable => ({
  near: (base) =>
    tx.tag.findMany({
      where: { OR: [{ slug: base }, { slug: { startsWith: `${base}-` } }] },
      select: { id: true, name: true, slug: true },
      orderBy: { id: 'asc' },
    }),
  add: (name, slug) => tx.tag.createMany({ data: [{ name, slug }], skipDuplicates: true }),
  same: (a, b) => lower(a) === lower(b),
});

/**
 * The ids of the tags with these (clean) names, in their order and each once; those that are missing are made. Capitals
 * make no difference: "Đảng viên" is the tag "đảng viên".
 */
export async function saveTags(tx: Transaction, names: string[]): Promise<number[]> {
  const known = await tx.tag.findMany({ where: { name: { in: names } }, select: { id: true, name: true } });
  const ids = new Set<number>();
  for (const name of names) {
    const exact = known.find((tag) => tag.name === name);
    ids.add(exact?.id ?? (await findOrAdd(tags(tx), name, slugOf(name, 'tag'))));
  }
  return [...ids];
}
