import type { Env } from '#lib/site/env.ts';
import { makeFirstAccount } from '#lib/staff/first-account.ts';
import { loadSampleNewspaper, needsSample } from '#prisma/sample/load-sample.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { step } from './steps.ts';

/** Opens a server's database: started if it is the embedded one, and migrated. */
export async function openNewsroom(env: Env): Promise<OpenDatabase> {
  const database = await step('The database is up', () =>
    openDatabase(env, `serving at ${env.siteUrl}`, false),
  );
  if (database.migrated.length > 0) console.log(`  (${database.migrated.length} migrations applied)`);
  return database;
}

/**
 * Fills a newsroom as far as a first start does: an empty one gets the sample newspaper and the first account.
 * @returns e-mail and password of the account made just now, to be shown this once; null if there already was one
 */
export async function fillNewsroom(env: Env): Promise<{ email: string; password: string | null } | null> {
  if (await needsSample()) {
    await step('The sample newspaper is loaded', () => loadSampleNewspaper(new Date()));
  }
  return await makeFirstAccount(env);
}
