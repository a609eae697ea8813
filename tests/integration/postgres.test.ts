import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/server/database.ts';
import { isAlive, takeLock } from '#lib/server/lock.mjs';
import { startPostgres } from '#lib/server/postgres.ts';
import { StartProblem } from '#lib/server/problem.ts';
import { readEnv } from '#lib/site/env.ts';
import { runSql } from '#tests/support/postgres.ts';
import { makeTempFolder, sweep } from '#tests/support/temp-folder.ts';

// The embedded database against what machines do to it. Each test has a data folder of its own.

let dataDir: string;
const helpers: ChildProcess[] = [];
const flags = '-c fsync=off';

beforeEach(() => {
  dataDir = makeTempFolder('data');
});
afterEach(async () => {
  for (const child of helpers.splice(0)) child.kill('SIGKILL');
  await sweep(dataDir);
});

const pidFile = () => join(dataDir, 'postgres', 'postmaster.pid');
const postgresPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

async function count(url: string, table: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`);
    return Number(rows[0]?.n);
  } finally {
    await client.end();
  }
}

/** Runs a script in a process of its own, with the same data folder, until it has printed a line. */
async function inProcess(script: string): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  helpers.push(child);
  const [chunk] = await once(child.stdout, 'data');
  return { child, line: String(chunk).trim() };
}

const holdDatabase = (doing: string) => `
  import { openDatabase } from '#lib/server/database.ts';
  import { readEnv } from '#lib/site/env.ts';
  console.log((await openDatabase(readEnv(), '${doing}')).url);
  setInterval(() => {}, 1000);`;

const env = () => readEnv({ NODE_ENV: 'test', DATA_DIR: dataDir });

/** What openDatabase says to whoever it turns away. */
async function refusal(mayShare = true): Promise<string> {
  try {
    await (await openDatabase(env(), 'importing', mayShare)).close();
    return 'it was opened';
  } catch (error) {
    expect(error).toBeInstanceOf(StartProblem);
    return (error as Error).message;
  }
}

test('is made at the first start, keeps its data over a stop, and is gone when stopped', async () => {
  const first = await startPostgres(dataDir, flags);
  await runSql(first.url, 'CREATE TABLE kept AS SELECT 1 AS n');
  const pid = postgresPid();
  await Promise.all([first.stop(), first.stop()]);
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(pidFile())).toBe(false);
  const second = await startPostgres(dataDir, flags);
  expect(await count(second.url, 'kept')).toBe(1);
  await second.stop();
});

test('speaks to this machine only, with a password', async () => {
  const postgres = await startPostgres(dataDir, flags);
  const url = new URL(postgres.url);
  expect(url.hostname).toBe('127.0.0.1');
  url.password = 'wrong';
  await expect(count(url.href, 'pg_class')).rejects.toThrow('password authentication failed');
  await postgres.stop();
});

test('orders and stores Vietnamese as UTF-8', async () => {
  const postgres = await startPostgres(dataDir, flags);
  await runSql(postgres.url, `CREATE TABLE word AS SELECT upper('đặng ổi') AS w`);
  expect(await count(postgres.url, "word WHERE w = 'ĐẶNG ỔI'")).toBe(1);
  await postgres.stop();
});

describe('a second process with the same data folder', () => {
  test('is turned away in one sentence while another starts or serves', async () => {
    const { child } = await inProcess(holdDatabase('serving at http://localhost:3000'));
    expect(await refusal(false)).toBe(
      `Tòa Soạn already runs on ${dataDir} (process ${child.pid}, serving at http://localhost:3000). Stop it first, or give this one a DATA_DIR and a PORT of its own.`,
    );
  });

  test('shares the database of a serving site if it may, and leaves it running', async () => {
    const { line } = await inProcess(holdDatabase('serving at http://localhost:3000'));
    const shared = await openDatabase(env(), 'importing', true);
    expect(shared.url).toBe(line);
    await shared.close();
    expect(isAlive(postgresPid())).toBe(true);
    expect(await count(line, 'article')).toBe(0);
  });

  test('does not share that of an import', async () => {
    await inProcess(holdDatabase('importing'));
    expect(await refusal(true)).toMatch(
      /^Tòa Soạn already runs on .* \(process \d+, importing\)\. Stop it first/,
    );
  });

  test('is let in once the first has stopped', async () => {
    const first = await openDatabase(env(), 'serving', false);
    await first.close();
    expect(await refusal(false)).toBe('it was opened');
  });
});

test('left over from a killed process, it is taken over with its data', async () => {
  const { child, line } = await inProcess(holdDatabase('serving'));
  await runSql(line, 'CREATE TABLE kept AS SELECT 1 AS n');
  const orphan = postgresPid();
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(isAlive(orphan)).toBe(true);
  const next = await openDatabase(env(), 'serving again', false);
  expect(next.url).toBe(line);
  expect(await count(next.url, 'kept')).toBe(1);
  expect(postgresPid()).toBe(orphan);
  await next.close();
  expect(isAlive(orphan)).toBe(false);
});

test('killed itself, it comes back with its data', async () => {
  const first = await startPostgres(dataDir);
  await runSql(first.url, 'CREATE TABLE kept AS SELECT 1 AS n');
  const pid = postgresPid();
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
  expect(existsSync(pidFile())).toBe(true);
  const second = await startPostgres(dataDir);
  expect(await count(second.url, 'kept')).toBe(1);
  await second.stop();
});

test('a pid file that names a process which is something else by now is stale', async () => {
  const first = await startPostgres(dataDir, flags);
  await runSql(first.url, 'CREATE TABLE kept AS SELECT 1 AS n');
  const lines = readFileSync(pidFile(), 'utf8').split('\n');
  await first.stop();
  const other = spawn('sleep', ['60']);
  helpers.push(other);
  writeFileSync(pidFile(), [other.pid, ...lines.slice(1)].join('\n'));
  const second = await startPostgres(dataDir, flags);
  expect(await count(second.url, 'kept')).toBe(1);
  expect(other.exitCode ?? other.signalCode).toBeNull();
  await second.stop();
});

describe('a folder that is not ours to use is refused in one sentence and left as it is', () => {
  function makeFolder(files: Record<string, string>): void {
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dataDir, 'postgres', name), text);
  }

  test('of another version', async () => {
    makeFolder({ PG_VERSION: '17\n', data: 'theirs' });
    expect(await refusal()).toBe(
      `The database in ${join(dataDir, 'postgres')} was made by PostgreSQL 17; this is PostgreSQL 18. Nothing was changed: export the articles with the version that made it, or set DATABASE_URL to a PostgreSQL 17 server.`,
    );
    expect(readdirSync(join(dataDir, 'postgres')).sort()).toEqual(['PG_VERSION', 'data']);
    expect(readFileSync(join(dataDir, 'postgres', 'data'), 'utf8')).toBe('theirs');
    // Refused, it holds nothing: the next start gets the lock.
    const lock = takeLock(join(dataDir, 'run.lock'), 'next');
    expect(lock).toHaveProperty('release');
  });

  test('holding something else', async () => {
    makeFolder({ 'holiday.jpg': 'picture' });
    expect(await refusal()).toBe(
      `${join(dataDir, 'postgres')} is not empty and holds no database. Move it away, or set DATA_DIR to another folder.`,
    );
    expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['holiday.jpg']);
  });
});

test('a first start cut short leaves nothing that the next one stumbles over', async () => {
  mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
  mkdirSync(join(dataDir, 'postgres'));
  const postgres = await startPostgres(dataDir, flags);
  expect(await count(postgres.url, 'pg_class')).toBeGreaterThan(0);
  expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
  await postgres.stop();
});

test('an own server that can’t be reached ends in one sentence without the password', async () => {
  const settings = {
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    DATABASE_URL: 'postgresql://u:geheim@127.0.0.1:1/x',
  } as const;
  const opened = openDatabase(readEnv(settings), 'serving', false);
  await expect(opened).rejects.toThrow(
    /^The database at 127\.0\.0\.1:1\/x can't be reached: .*Check DATABASE_URL\.$/,
  );
  await expect(opened).rejects.not.toThrow('geheim');
  rmSync(dataDir, { recursive: true });
});
