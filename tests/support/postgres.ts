import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { migrate } from '#lib/server/migrations.ts';
import { startPostgres } from '#lib/server/postgres.ts';
import { makeTempFolder } from './temp-folder.ts';

/** The migrated database that every test's own is copied from. */
const template = 'toasoan_template';

// Nothing here outlives the run: what a crash would lose need not be written twice. Databases are copied and dropped all the
// time, for which PostgreSQL looks through all of its memory.
const throwAwayFlags =
  '-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200 -c shared_buffers=128MB';

/** The same server's address, naming another database. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement; for those that can't stand in a transaction, such as CREATE DATABASE. */
export async function runSql(databaseUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Makes an empty database, or a copy of the migrated template; gives its address. */
export async function createDatabase(serverUrl: string, kind: 'empty' | 'migrated'): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runSql(serverUrl, `CREATE DATABASE ${name}${kind === 'migrated' ? ` TEMPLATE ${template}` : ''}`);
  return urlOf(serverUrl, name);
}

/** Drops a test's database, whoever is still connected to it. */
export async function dropDatabase(databaseUrl: string): Promise<void> {
  const name = new URL(databaseUrl).pathname.slice(1);
  await runSql(urlOf(databaseUrl, 'postgres'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

/** Starts a throw-away PostgreSQL with the template in it; `stop` leaves nothing of it. */
export async function startTestPostgres(
  flags = throwAwayFlags,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = makeTempFolder('postgres');
  try {
    const postgres = await startPostgres(folder, flags);
    const stop = async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    try {
      const url = urlOf(postgres.url, 'postgres');
      await runSql(url, `CREATE DATABASE ${template}`);
      await migrate(urlOf(url, template));
      return { url, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
