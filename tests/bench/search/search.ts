import { db } from '#lib/db.ts';
import { step } from '#lib/server/steps.ts';
import { createDatabase, startTestPostgres } from '#tests/support/postgres.ts';
import { measureQuality } from './quality.ts';
import { measureTimes } from './times.ts';

// Readers' search: how good its answers are, by what the sample newspaper's readers would want, and how fast, in the
// database at DATABASE_URL (an archive: `npm run bench -- archive 1000000`). Without one only the first is measured.

/** Gives the quality of the answers and, where a database is named, the times in milliseconds. */
export async function benchSearch(): Promise<object> {
  const archive = process.env['DATABASE_URL'];
  const postgres = await step('A throw-away PostgreSQL is up', startTestPostgres);
  try {
    process.env['DATABASE_URL'] = await createDatabase(postgres.url, 'migrated');
    const quality = await measureQuality();
    await db().$disconnect();
    if (!archive) {
      console.log('\n  No times: DATABASE_URL names no archive (npm run bench -- archive 1000000).');
      return { quality };
    }
    Reflect.deleteProperty(globalThis, 'toasoanDb');
    process.env['DATABASE_URL'] = archive;
    const times = await measureTimes();
    await db().$disconnect();
    return { quality, times };
  } finally {
    await postgres.stop();
  }
}
