import { PrismaPg } from '@prisma/adapter-pg';
import type { Transaction as DriverTransaction } from '@prisma/driver-adapter-utils';
import pg, { type ClientBase } from 'pg';
import { Prisma, PrismaClient } from '#prisma/generated/client.ts';

// The server's own modules and Next's bundled ones are loaded apart; the client is one all the same.
const shared = globalThis as typeof globalThis & { toasoanDb?: PrismaClient; toasoanReadPool?: pg.Pool };

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

/** Connections for reading, and for transactions. */
const connections = { reads: 8, transactions: 10 };

/**
 * PostgreSQL takes a page read here and there for four times as dear as one after the other, as on turning disks. By that
 * it reads a small paper's search entries through rather than use their index.
 */
async function onConnect(client: ClientBase): Promise<void> {
  await client.query('SET random_page_cost = 1.1');
}

const poolOf = (max: number) => ({
  connectionString: process.env['DATABASE_URL'] ?? '',
  max,
  // A database that does not answer must become a plain "try again" soon, not a page that loads for ever.
  connectionTimeoutMillis: 3000,
  query_timeout: 15_000,
  // A new connection is a new process of PostgreSQL's that has to learn the tables first: what it does in 2 ms at any
  // other time takes it 12, in the middle of a publication. By itself the driver closes those idle for ten seconds.
  idleTimeoutMillis: 0,
  keepAlive: true,
  onConnect,
});

/**
 * Transactions have connections of their own: a change waits for none of the questions that readers ask; and it is mostly
 * the same connection, which knows what a publication needs.
 *
 * In each of them queries wait for each other. Prisma reads what hangs on a row by several at once, also where they share
 * a transaction's one connection: the driver warns of that on the terminal, and its next version refuses.
 */
class PrismaPgApart extends PrismaPg {
  readonly #transactions = new PrismaPg(poolOf(connections.transactions));

  constructor() {
    super(reads(), { disposeExternalPool: true });
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    const apart = await this.#transactions.connect();
    adapter.startTransaction = async (level) => inTurn(await apart.startTransaction(level));
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => void (await Promise.all([dispose(), apart.dispose()]));
    return adapter;
  }
}

function reads(): pg.Pool {
  if (shared.toasoanReadPool && !shared.toasoanReadPool.ended) return shared.toasoanReadPool;
  const pool = new pg.Pool(poolOf(connections.reads));
  // A connection that breaks while nobody uses it is made anew when somebody does.
  pool.on('error', () => {});
  shared.toasoanReadPool = pool;
  return pool;
}

/**
 * The one Prisma client. Made at the first call, when DATABASE_URL is known (the embedded database sets it at its
 * start), so that a build needs no database.
 */
export function db(): PrismaClient {
  shared.toasoanDb ??= new PrismaClient({ adapter: new PrismaPgApart() });
  return shared.toasoanDb;
}

/**
 * The rows of a question that readers wait for, outside of any transaction, straight from the driver: Prisma's way of plain
 * SQL looks at each value once more. Values come as the driver reads them: an `int8`
 * would be a string.
 */
export async function readRows<T>(strings: TemplateStringsArray, ...values: unknown[]): Promise<T[]> {
  const { text, values: given } = Prisma.sql(strings, ...values);
  return (await reads().query({ text, values: given })).rows as T[];
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
