import type { Transaction } from '#lib/db.ts';

/**
 * The slugs, beginning with `base`, of old addresses that lead elsewhere: nothing new is put in their way unasked.
 * @param pathOf  makes an address of a slug
 */
export async function slugsOfRedirects(
  tx: Transaction,
  pathOf: (slug: string) => string,
  base: string,
): Promise<string[]> {
  const rows = await tx.redirect.findMany({
    where: { OR: [{ fromPath: pathOf(base) }, { fromPath: { startsWith: `${pathOf(base)}-` } }] },
    select: { fromPath: true },
  });
  return rows.map(({ fromPath }) => fromPath.slice(pathOf('').length));
}
