import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#prisma/generated/client.ts';

// The server's own modules and Next's bundled ones are loaded apart; the client is one all the same.
const shared = globalThis as typeof globalThis & { toasoanDb?: PrismaClient };

/**
 * The one Prisma client. Made at the first call, when DATABASE_URL is known (the embedded database sets it at its
 * start), so that a build needs no database.
 */
export function db(): PrismaClient {
  shared.toasoanDb ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: process.env['DATABASE_URL'] ?? '',
      max: 10,
      // A database that does not answer must become a plain "try again" soon, not a page that loads for ever.
      connectionTimeoutMillis: 3000,
      query_timeout: 15_000,
    }),
  });
  return shared.toasoanDb;
}

/** A client inside a transaction, or the client itself: what a verb's steps are written against. */
export type Transaction = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>;
