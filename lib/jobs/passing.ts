import { ZodError } from 'zod';
import { Conflict, Invalid, NotAllowed } from '#lib/site/problems.ts';

/** SQLSTATE classes of what no second try mends: bad data, a rule of the database, bad SQL, an exception of a function. */
const lasting = /^(22|23|42|P0)/;

interface DatabaseError {
  code?: unknown;
  meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } };
}

/** The code of a database error: PostgreSQL's own where Prisma passes it on, else the driver's or Prisma's; or "". */
function codeOf(error: unknown): string {
  const { code, meta } = (error ?? {}) as DatabaseError;
  const found = meta?.driverAdapterError?.cause?.originalCode ?? code;
  return typeof found === 'string' ? found : '';
}

/** Lost, refused and overdue connections, as PostgreSQL, the driver, Prisma and the network call them. */
const awayCodes = /^(08|57P|55000$|3D000$|53300$|P10|P2024$|P2028$|P2037$|E[A-Z]+$)/;
const awayMessages = /connection terminated|timeout|client has encountered a connection error/i;

/** Whether an error says no more than that the database can't be reached just now. */
export function isAway(error: unknown): boolean {
  if (awayCodes.test(codeOf(error))) return true;
  return error instanceof Error && awayMessages.test(error.message);
}

/**
 * Whether the same may well succeed later: everything that is not known to be lasting. A database that restarts, a lock
 * held too long and an unknown trouble must not cost an article its hour.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof ZodError || error instanceof Invalid) return false;
  if (error instanceof Conflict || error instanceof NotAllowed) return false;
  return !lasting.test(codeOf(error));
}
