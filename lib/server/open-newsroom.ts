import type { Env } from '#lib/site/env.ts';
import { makeFirstAccount } from '#lib/staff/first-account.ts';
import { loadSampleNewspaper, needsSample } from '#prisma/sample/load-sample.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { step } from './steps.ts';

/** The database, open and filled as far as a first start fills it. */
export interface OpenNewsroom {
  database: OpenDatabase;
  /** E-mail and password of the account made just now, to be shown this once; null if there already was one. */
  account: { email: string; password: string | null } | null;
}

/**
 * Opens the database for a server: started, migrated; an empty one gets the sample newspaper and the first account.
 * @throws StartProblem with one clear sentence
 */
export async function openNewsroom(env: Env): Promise<OpenNewsroom> {
  const database = await step('The database is up', () =>
    openDatabase(env, `serving at ${env.siteUrl}`, false),
  );
  if (database.migrated.length > 0) console.log(`  (${database.migrated.length} migrations applied)`);
  try {
    if (await needsSample())
      await step('The sample newspaper is loaded', () => loadSampleNewspaper(new Date()));
    return { database, account: await makeFirstAccount(env) };
  } catch (error) {
    await database.close();
    throw error;
  }
}
