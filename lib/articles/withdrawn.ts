import { db } from '#lib/db.ts';
import { expiryOf } from '#lib/page-cache/store.ts';
import { siteTag, withdrawnTag } from '#lib/page-cache/tags.ts';

// Few articles are ever withdrawn, and every article's address asks: their numbers are kept in memory and read anew
// when one is withdrawn or brought back.
let known: Promise<{ ids: Set<number>; readAt: number }> | null = null;

async function readIds(): Promise<{ ids: Set<number>; readAt: number }> {
  const readAt = Date.now();
  const rows = await db().article.findMany({ where: { status: 'withdrawn' }, select: { id: true } });
  return { ids: new Set(rows.map((row) => row.id)), readAt };
}

/**
 * Whether the article was withdrawn. With the database out of reach and nothing known, the answer is no: the page
 * itself then says what it can.
 */
export async function isWithdrawn(id: number): Promise<boolean> {
  try {
    known ??= readIds();
    const now = await known;
    if (now.readAt > expiryOf([siteTag, withdrawnTag])) return now.ids.has(id);
    known = readIds();
    return (await known).ids.has(id);
  } catch {
    // The database is out of reach: the next request tries again.
    known = null;
    return false;
  }
}
