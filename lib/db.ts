import { PrismaPg } from '@prisma/adapter-pg';
import type { Transaction as DriverTransaction, SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { ClientBase } from 'pg';
import { Prisma, PrismaClient } from '#prisma/generated/client.ts';

// The server's own modules and Next's bundled ones are loaded apart; the client is one all the same.
const shared = globalThis as typeof globalThis & { toasoanDb?: PrismaClient };

/** Has a transaction's queries wait for each other. */
function inTurn(transaction: DriverTransaction): DriverTransaction {
  let before: Promise<unknown> = Promise.resolve();
  function wait<T>(ask: () => Promise<T>): Promise<T> {
    const answer = before.then(ask);
    before = answer.catch(() => {});
    return answer;
  }
  const queryRaw = transaction.queryRaw.bind(transaction);
  const executeRaw = transaction.executeRaw.bind(transaction);
  transaction.queryRaw = (query) => wait(() => queryRaw(query));
  transaction.executeRaw = (query) => wait(() => executeRaw(query));
  return transaction;
}

/**
 * Prisma reads what hangs on a row by several queries at once, also where they share a transaction's one connection. The
 * driver takes that amiss: it warns on the terminal, and its next version refuses.
 */
class PrismaPgInTurn extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    const start: SqlDriverAdapter['startTransaction'] = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => inTurn(await start(level));
    return adapter;
  }
}

/**
 * PostgreSQL takes a page read here and there for four times as dear as one after the other, as on turning disks. By that
 * it reads a small paper's search entries through rather than use their index.
 */
async function onConnect(client: ClientBase): Promise<void> {
  await client.query('SET random_page_cost = 1.1');
}

/**
 * The one Prisma client. Made at the first call, when DATABASE_URL is known (the embedded database sets it at its
 * start), so that a build needs no database.
 */
export function db(): PrismaClient {
  shared.toasoanDb ??= new PrismaClient({
    adapter: new PrismaPgInTurn({
      connectionString: process.env['DATABASE_URL'] ?? '',
      max: 10,
      // A database that does not answer must become a plain "try again" soon, not a page that loads for ever.
      connectionTimeoutMillis: 3000,
      query_timeout: 15_000,
      onConnect,
    }),
  });
  return shared.toasoanDb;
}

/** A client inside a transaction, or the client itself: what a verb's steps are written against. */
export type Transaction = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>;

/** PostgreSQL's own code of what went wrong, as "23505"; null for what is not its doing. */
export function databaseCode(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  const known: Record<string, string> = { P2002: '23505', P2003: '23503', P2034: '40P01' };
  const { driverAdapterError } = (error.meta ?? {}) as {
    driverAdapterError?: { cause?: { originalCode?: string } };
  };
  return known[error.code] ?? driverAdapterError?.cause?.originalCode ?? null;
}

/** Whether two changes waited for each other, and PostgreSQL took this one back whole. */
export const isRace = (error: unknown): boolean => ['40P01', '40001'].includes(databaseCode(error) ?? '');
