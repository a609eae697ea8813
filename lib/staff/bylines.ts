import type { Transaction } from '#lib/db.ts';
import { findOrAdd, type NamedTable } from '#lib/site/names.ts';
import { slugOf } from '#lib/site/text.ts';

const bylines = (tx: Transaction, name: string): NamedTable => ({
  near: (base) =>
    tx.byline.findMany({
      where: { OR: [{ name }, { slug: base }, { slug: { startsWith: `${base}-` } }] },
      select: { id: true, name: true, slug: true },
    }),
  add: (given, slug) => tx.byline.createMany({ data: [{ name: given, slug }], skipDuplicates: true }),
  same: (a, b) => a === b,
});

/** The ids of the bylines with these (clean) names, in their order and each once; those that are missing are made. */
export async function saveBylines(tx: Transaction, names: string[]): Promise<number[]> {
  const ids = new Set<number>();
  for (const name of names) ids.add(await findOrAdd(bylines(tx, name), name, slugOf(name, 'tac-gia')));
  return [...ids];
}
