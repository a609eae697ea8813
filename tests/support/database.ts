import type { Pool } from 'pg';
import { db } from '#lib/db.ts';
import { createDatabase, dropDatabase } from './postgres.ts';

const shared = globalThis as typeof globalThis & { toasoanDb?: unknown; toasoanReadPool?: Pool };

/** The server that the run started for the tests. */
export function testServer(): string {
  const url = process.env['TEST_POSTGRES_URL'];
  if (!url) throw new Error('TEST_POSTGRES_URL is not set: run the tests with npm test');
  return url;
}

/** db() is made once a process and keeps its first address: closed here, it is made anew for the next one. */
export async function forgetClient(): Promise<void> {
  if (shared.toasoanDb) await db().$disconnect();
  if (shared.toasoanReadPool?.ended === false) await shared.toasoanReadPool.end();
  delete shared.toasoanDb;
}

/**
 * A migrated, empty database of the test's own, which db() uses from here on.
 * @returns its address, and `close`, which disconnects db() and drops it
 */
export async function freshDatabase(): Promise<{ url: string; close: () => Promise<void> }> {
  const url = await createDatabase(testServer(), 'migrated');
  await forgetClient();
  process.env['DATABASE_URL'] = url;
  const close = async () => {
    if (process.env['DATABASE_URL'] === url) {
      await forgetClient();
      delete process.env['DATABASE_URL'];
    }
    await dropDatabase(url);
  };
  return { url, close };
}
