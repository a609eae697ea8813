import type { Env } from '#lib/site/env.ts';
import { needsSample } from '#prisma/sample/needs-sample.ts';
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
  // What a first start alone needs is loaded by none of the later ones.
  if (await needsSample()) {
    const { loadSampleNewspaper } = await import('#prisma/sample/load-sample.ts');
    await step('The sample newspaper is loaded', () => loadSampleNewspaper(new Date()));
  }
  const { makeFirstAccount } = await import('#lib/staff/first-account.ts');
  return await makeFirstAccount(env);
}
