import type { Transaction } from '#lib/db.ts';
import { findOrAdd } from '#lib/site/names.ts';
import { slugOf } from '#lib/site/text.ts';

/** The id of the running story with this (clean) name, made if there is none. */
export async function saveTopic(tx: Transaction, name: string): Promise<number> {
  const table = {
    near: (base: string) =>
      tx.topic.findMany({
        where: { OR: [{ name }, { slug: base }, { slug: { startsWith: `${base}-` } }] },
        select: { id: true, name: true, slug: true },
      }),
    add: (given: string, slug: string) =>
      tx.topic.createMany({ data: [{ name: given, slug }], skipDuplicates: true }),
    same: (a: string, b: string) => a === b,
  };
  return await findOrAdd(table, name, slugOf(name, 'chu-de'));
}
