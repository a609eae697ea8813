import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { StartProblem } from './problem.ts';

const oldestServer = 15;
// Any number, the same in every process: two servers that start at once apply the migrations one after the other.
const migrationLock = 7_203_401;
const noFilter = { externalTables: [], externalEnums: [] };

/**
 * Prisma's adapter cuts a script at each semicolon and runs the pieces one by one, which breaks functions and leaves
 * half a migration after an error. Sent whole, PostgreSQL runs it as one transaction.
 */
class WholeScripts extends PrismaPg {
  readonly #open: { dispose: () => Promise<void> }[] = [];
  /** What PostgreSQL said when a script failed; the engine passes on no more than that it did. */
  refusal: Error | null = null;

  override async connect() {
    const adapter = await super.connect();
    this.#open.push(adapter);
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        this.refusal = error instanceof Error ? error : new Error(String(error));
        throw error;
      }
    };
    return adapter;
  }

  /** Closes the connections; left open, they would keep the process waiting for them to grow old. */
  async disposeAll(): Promise<void> {
    await Promise.all(this.#open.map((adapter) => adapter.dispose()));
  }
}

interface OpenEngine {
  engine: engineModule.SchemaEngine;
  /** What PostgreSQL said of the script that failed last. */
  refusal: () => Error | null;
  close: () => Promise<void>;
}

let loaded = false;

/** Loads the WebAssembly once a process: its JavaScript half keeps one instance's memory and breaks with a second. */
function loadEngine(): void {
  if (loaded) return;
  const require = createRequire(import.meta.url);
  const wasm = join(
    require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
    '..',
    'schema_engine_bg.wasm',
  );
  const module = new WebAssembly.Module(readFileSync(wasm));
  const instance = new WebAssembly.Instance(module, {
    './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports,
  });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  loaded = true;
}

/** Prisma's schema engine, its WebAssembly build, on one database. The caller closes it. */
export async function openSchemaEngine(databaseUrl: string): Promise<OpenEngine> {
  loadEngine();
  const adapter = new WholeScripts({ connectionString: databaseUrl });
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  const datamodels: [string, string][] = [['schema.prisma', schema]];
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  const engine = await engineModule.SchemaEngine.new({ datamodels }, () => {}, bound);
  const close = async () => {
    engine.free();
    await adapter.disposeAll();
  };
  return { engine, refusal: () => adapter.refusal, close };
}

/** The migration files under prisma/migrations, in their order, as the engine takes them. */
export function readMigrations(): engineModule.MigrationList {
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
 * Applies the migrations that the database does not have yet.
 * @returns the names of those applied now
 * @throws StartProblem when the database can't be reached, is too old, or refuses a migration
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = await connect(databaseUrl);
  try {
    await checkServer(client);
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    return await applyAll(await openSchemaEngine(databaseUrl), client);
  } finally {
    await client.end();
  }
}
