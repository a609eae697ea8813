import { db } from '#lib/db.ts';
import { migrate } from '#lib/server/migrations.ts';
import { step } from '#lib/server/steps.ts';
import { createDatabase, startTestPostgres } from '#tests/support/postgres.ts';
import { archivesThere } from '../archives.ts';
import type { Figures } from '../figures.ts';
import { measureQuality } from './quality.ts';
import { measureTimes } from './times.ts';

// Readers' search: how good its answers are, by what the sample newspaper's readers would want; and how fast, in the
// archives there are: what `npm run bench -- archive 1000000` made, or the databases that BENCH_ARCHIVES names.

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
    const times: Record<number, Record<string, Figures>> = {};
    for await (const url of archivesThere()) {
      await migrate(url);
      await turnTo(url);
      const { articles, figures } = await measureTimes();
      times[articles] = figures;
      await db().$disconnect();
    }
    if (Object.keys(times).length === 0) {
      console.log(
        '\n  No times: there is no archive to search in. `npm run bench -- archive 100000` makes one.',
      );
    }
    return { quality, times };
  } finally {
    await db().$disconnect();
    await postgres.stop();
  }
}
