import type { Transaction } from '#lib/db.ts';

// Any number, the same in every process.
const importLock = 7_203_402;

/** Two imports at once take turns, article by article; the lock goes with the transaction. */
export async function lockImports(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${importLock})`;
}
