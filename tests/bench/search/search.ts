import { db } from '#lib/db.ts';
import { migrate } from '#lib/server/migrations.ts';
import { step } from '#lib/server/steps.ts';
import { createDatabase, startTestPostgres } from '#tests/support/postgres.ts';
import type { Figures } from '../figures.ts';
import { measureQuality } from './quality.ts';
import { measureTimes } from './times.ts';

// Readers' search: how good its answers are, by what the sample newspaper's readers would want; and how fast, in the
// archives that BENCH_ARCHIVES names (databases with what `npm run bench -- archive 1000000` made, between commas).

/** db() asks this database from here on. */
async function turnTo(databaseUrl: string): Promise<void> {
  await db().$disconnect();
  Reflect.deleteProperty(globalThis, 'toasoanDb');
  process.env['DATABASE_URL'] = databaseUrl;
}

/** Gives the quality of the answers and, for each archive by its articles, the times in milliseconds. */
export async function benchSearch(): Promise<object> {
  const postgres = await step('A throw-away PostgreSQL is up', startTestPostgres);
  try {
    await turnTo(await createDatabase(postgres.url, 'migrated'));
    const quality = await measureQuality();
    const archives = (process.env['BENCH_ARCHIVES'] ?? '').split(',').filter((url) => url !== '');
    if (archives.length === 0) console.log('\n  No times: BENCH_ARCHIVES names no archive to search in.');
    const times: Record<number, Record<string, Figures>> = {};
    for (const url of archives) {
      await migrate(url);
      await turnTo(url);
      const { articles, figures } = await measureTimes();
      times[articles] = figures;
    }
    return { quality, times };
  } finally {
    await db().$disconnect();
    await postgres.stop();
  }
}
