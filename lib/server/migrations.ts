import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { StartProblem } from './problem.ts';
import type { OpenEngine } from './schema-engine.ts';

const oldestServer = 15;
// Any number, the same in every process: two servers that start at once apply the migrations one after the other.
const migrationLock = 7_203_401;
const noFilter = { externalTables: [], externalEnums: [] };

/** The migration files under prisma/migrations, in their order, as the engine takes them. */
export function readMigrations(): MigrationList {
  const baseDir = join(process.cwd(), 'prisma', 'migrations');
  const lock = join(baseDir, 'migration_lock.toml');
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const why = error instanceof Error && error.message ? error.message : String(error);
    const place = new URL(databaseUrl);
    throw new StartProblem(
      `The database at ${place.host}${place.pathname} can't be reached: ${why}. Check DATABASE_URL.`,
    );
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    "SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding",
  );
  const version = Math.floor(Number(rows[0]?.version) / 10_000);
  if (version < oldestServer) {
    throw new StartProblem(`PostgreSQL ${version} is too old: version ${oldestServer} or later is needed.`);
  }
  if (rows[0]?.encoding !== 'UTF8') {
    throw new StartProblem(
      `The database's encoding is ${rows[0]?.encoding}. Make it anew with: CREATE DATABASE … ENCODING 'UTF8'`,
    );
  }
}

async function applyAll({ engine, refusal, close }: OpenEngine, client: pg.Client): Promise<string[]> {
  const migrationsList = readMigrations();
  try {
    const applied = await engine.applyMigrations({ migrationsList, filters: noFilter });
    return applied.appliedMigrationNames;
  } catch (error) {
    // Nothing of the failed migration stayed: say so, that the next start may try it again.
    const failed = await client.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL',
    );
    for (const row of failed.rows)
      await engine.markMigrationRolledBack({ migrationName: row.migration_name });
    const names = failed.rows.map((row) => row.migration_name).join(', ');
    const why = refusal() ?? error;
    throw new StartProblem(
      `The migration ${names} failed and was undone: ${why instanceof Error ? why.message : String(why)}`,
    );
  } finally {
    await close();
  }
}

/**
 * Whether the database has just these migrations, each whole and as it is here. Almost every start finds that; the engine,
 * a few megabytes of WebAssembly that stay in memory, is for the others.
 */
async function isUpToDate(client: pg.Client): Promise<boolean> {
  const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS known");
  if (tables[0].known === null) return false;
  const { rows } = await client.query<{ name: string; checksum: string; is_whole: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS is_whole
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const applied = new Map(rows.map((row) => [row.name, row.is_whole ? row.checksum : null]));
  const ours = readMigrations().migrationDirectories;
  return (
    applied.size === ours.length &&
    ours.every(({ path, migrationFile: { content } }) => {
      if (content.tag !== 'ok') return false;
      return applied.get(path) === createHash('sha256').update(content.value).digest('hex');
    })
  );
}

/**
 * Applies the migrations that the database does not have yet.
 * @returns the names of those applied now
 * @throws StartProblem when the database can't be reached, is too old, or refuses a migration
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = await connect(databaseUrl);
  try {
    await checkServer(client);
    if (await isUpToDate(client)) return [];
    const { openSchemaEngine } = await import('./schema-engine.ts');
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    return await applyAll(await openSchemaEngine(databaseUrl), client);
  } finally {
    await client.end();
  }
}
