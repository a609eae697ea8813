import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, readMigrations } from '#lib/server/migrations.ts';
import { StartProblem } from '#lib/server/problem.ts';
import { openSchemaEngine } from '#lib/server/schema-engine.ts';
import { testServer } from '#tests/support/database.ts';
import { createDatabase, dropDatabase, runSql, urlOf } from '#tests/support/postgres.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';

let url: string;
let project: string;
const home = process.cwd();

beforeEach(async () => {
  url = await createDatabase(testServer(), 'empty');
  project = makeTempFolder('migrations');
  cpSync('prisma', join(project, 'prisma'), { recursive: true });
});
afterEach(async () => {
  process.chdir(home);
  rmSync(project, { recursive: true });
  await dropDatabase(url);
});

/** Migrations are read from the project's folder: works from here on in a copy that a test may change. */
function addMigration(name: string, sql: string): void {
  process.chdir(project);
  mkdirSync(join('prisma/migrations', name), { recursive: true });
  writeFileSync(join('prisma/migrations', name, 'migration.sql'), sql);
}

async function column(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ value: unknown }>(sql);
    return rows.map((row) => row.value);
  } finally {
    await client.end();
  }
}

const tables = "SELECT table_name AS value FROM information_schema.tables WHERE table_schema = 'public'";

test('are applied once, in order', async () => {
  const applied = await migrate(url);
  expect(applied.length).toBeGreaterThanOrEqual(2);
  expect(applied).toEqual([...applied].sort());
  expect(await column(tables)).toContain('article');
  expect(await migrate(url)).toEqual([]);
});

test('started by two servers at once, are applied by one of them', async () => {
  const [first, second] = await Promise.all([migrate(url), migrate(url)]);
  expect([first.length, second.length].sort()).toEqual([0, readMigrations().migrationDirectories.length]);
});

/** All that makes the schema: a line for each column, key, index and enum value; checks aside. */
const description = `
  SELECT format('%s.%s %s%s default %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' not null' END, pg_get_expr(d.adbin, d.adrelid)) AS value
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
      AND c.relname <> '_prisma_migrations'
  UNION SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f')
  UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION SELECT format('%s: %s %s', enumtypid::regtype, enumsortorder, enumlabel) FROM pg_enum
  ORDER BY 1`;

test('make what the schema file says; rules may add indexes', async () => {
  const { engine, close } = await openSchemaEngine(url);
  const schema = { path: 'schema.prisma', content: readFileSync('prisma/schema.prisma', 'utf8') };
  const script = await engine
    .diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    .finally(close);
  await runSql(url, script.stdout ?? '');
  const wanted = await column(description);
  await runSql(url, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  await migrate(url);
  const found = (await column(description)).filter((line) => !String(line).includes('_prisma_migrations'));
  expect(wanted.length).toBeGreaterThan(150);
  expect(wanted.filter((line) => !found.includes(line))).toEqual([]);
  expect(
    found.filter((line) => !wanted.includes(line) && !/^CREATE (UNIQUE )?INDEX/.test(String(line))),
  ).toEqual([]);
});

test('one that fails leaves nothing behind, says so, and can be tried again', async () => {
  await migrate(url);
  addMigration('29990101000000_bad', 'CREATE TABLE half_made (id int); SELECT 1/0;');
  await expect(migrate(url)).rejects.toThrow(StartProblem);
  await expect(migrate(url)).rejects.toThrow(/^[^\n]*failed and was undone: division by zero/);
  expect(await column(tables)).not.toContain('half_made');
  addMigration('29990101000000_bad', 'CREATE TABLE whole (id int);');
  expect(await migrate(url)).toEqual(['29990101000000_bad']);
  expect(await column(tables)).toContain('whole');
});

test('a function body full of semicolons is one statement', async () => {
  await migrate(url);
  addMigration(
    '29990101000001_function',
    'CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;',
  );
  await migrate(url);
  expect(await column('SELECT two() AS value')).toEqual([2]);
});

test('a database that is not there ends in one sentence without its password', async () => {
  const missing = urlOf(url, 'no_such_database');
  await expect(migrate(missing)).rejects.toThrow(StartProblem);
  const message = await migrate(missing).catch((error: Error) => error.message);
  expect(message).toMatch(
    /^The database at 127\.0\.0\.1:\d+\/no_such_database can't be reached: .*Check DATABASE_URL\.$/,
  );
  expect(message).not.toContain(new URL(url).password);
});
