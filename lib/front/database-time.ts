import { db, type Transaction } from '#lib/db.ts';

/**
 * The time by the database's clock. Whether something has ended is asked of the clock that the end was announced by: a
 * server whose own clock is a little slow would show for an hour what ended a moment ago.
 */
export async function databaseTime(tx: Transaction = db()): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
  return row?.now ?? new Date();
}
