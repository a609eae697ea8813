import type { Transaction } from '#lib/db.ts';
import { slugsOfRedirects } from '#lib/redirects/taken.ts';
import { findOrAdd, type NamedTable } from '#lib/site/names.ts';
import { slugOf } from '#lib/site/text.ts';
import { type Kind, tableOf } from './kind.ts';
import { findByFormerName, lower } from './names.ts';

const table = (tx: Transaction, kind: Kind, name: string, base: string): NamedTable => ({
  near: () => tx.$queryRaw`
    SELECT id, name, slug FROM ${tableOf(kind)}
    WHERE name = ${name} OR slug = ${base} OR slug LIKE ${`${base}-%`} ORDER BY name = ${name} DESC, id`,
  former: () => findByFormerName(tx, kind, name),
  taken: () => slugsOfRedirects(tx, kind.pathOf, base),
  add: (given, slug) => tx.$executeRaw`
    INSERT INTO ${tableOf(kind)} (name, slug) VALUES (${given}, ${slug}) ON CONFLICT DO NOTHING`,
  same: (a, b) => lower(a) === lower(b),
});

async function findOrAddAll(tx: Transaction, kind: Kind, names: readonly string[]): Promise<number[]> {
  const known = await tx.$queryRaw<{ id: number; name: string }[]>`
    SELECT id, name FROM ${tableOf(kind)} WHERE name = ANY(${[...names]})`;
  const ids = new Set<number>();
  for (const name of names) {
    const exact = known.find((row) => row.name === name);
    const base = slugOf(name, kind.fallbackSlug);
    ids.add(exact?.id ?? (await findOrAdd(table(tx, kind, name, base), name, base)));
  }
  return [...ids];
}

/**
 * The numbers of those with these (clean) names, in their order and each once. Capitals make no difference, and a name
 * from before a renaming or a merging finds what has the new one; those that are missing are made. Until the transaction
 * ends none of them can be merged away or deleted.
 */
export async function saveNames(tx: Transaction, kind: Kind, names: readonly string[]): Promise<number[]> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const ids = await findOrAddAll(tx, kind, names);
    const held = await tx.$queryRaw<unknown[]>`
      SELECT id FROM ${tableOf(kind)} WHERE id = ANY(${ids}) ORDER BY id FOR KEY SHARE`;
    // Fewer: one was merged away between the two steps, and its name leads elsewhere now.
    if (held.length === ids.length) return ids;
  }
  throw new Error(`names could not be held: ${names.join(', ')}`);
}
