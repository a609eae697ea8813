import type { Transaction } from '#lib/db.ts';

/** Any number, as long as it is this one everywhere. */
const key = 7_114_201;

/**
 * One transaction at a time writes rails, until its end. Asked for after everything else is locked, and nothing that is
 * written under it refers to an article's row: so whoever waits for it holds nothing that its holder needs.
 */
export async function lockRails(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${key})`;
}
