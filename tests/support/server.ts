import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { servingFlags, servingSettings } from '#lib/server/serving-node.mjs';
import { makeTempFolder } from './temp-folder.ts';

const startLimitMs = 300_000;
const stopLimitMs = 20_000;

interface SiteOptions {
  /** Left out: the embedded PostgreSQL in the site's own data folder, as a user without DATABASE_URL has it. */
  databaseUrl?: string;
  /** Further settings, or other ones than the usual: DATA_DIR, PORT … */
  env?: Record<string, string>;
  /** The largest file that it may write, in kilobytes; beyond that the system refuses, as it does when a disk is full. */
  largestFileKilobytes?: number;
  /** Gives up starting when aborted. */
  signal?: AbortSignal;
}

/** A start of the site, whatever becomes of it. */
export interface Starting {
  url: string;
  dataDir: string;
  process: ChildProcess;
  /** What it printed until now, both streams. */
  readonly output: string;
  readonly errors: string;
  /** Its exit status, once it has ended; a signal counts as -1. */
  ended: Promise<number>;
}

interface Site extends Starting {
  /** Ends it as Ctrl-C does, waits, and removes its data folder. */
  stop: () => Promise<void>;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** The environment as a user's terminal has it, without what a test runner puts there. */
function userEnvironment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^(NODE_ENV|NODE_OPTIONS|DATABASE_URL|VITEST.*)$/.test(name)) Reflect.deleteProperty(env, name);
  }
  return env;
}

/** Starts the site as `npm start` does and does not wait; for the tests of starting itself. */
export async function beginSite(options: SiteOptions = {}): Promise<Starting> {
  const port = options.env?.['PORT'] ?? String(await freePort());
  const url = `http://localhost:${port}`;
  const dataDir = options.env?.['DATA_DIR'] ?? makeTempFolder('site');
  const program = [process.execPath, ...servingFlags, 'lib/server/start.ts'];
  const limit = options.largestFileKilobytes;
  // The shell counts in blocks of 512 bytes (POSIX, "ulimit").
  const limited = ['sh', '-c', `ulimit -f ${(limit ?? 0) * 2} && exec "$@"`, 'sh', ...program];
  const [command = '', ...args] = limit === undefined ? program : limited;
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...servingSettings,
      ...userEnvironment(),
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: port,
      SITE_URL: url,
      DATA_DIR: dataDir,
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
      ...options.env,
    },
  });
  const said = { all: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.all += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    said.all += chunk.toString();
    said.errors += chunk.toString();
  });
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : -1));
  return {
    url,
    dataDir,
    process: child,
    ended,
    get output() {
      return said.all;
    },
    get errors() {
      return said.errors;
    },
  };
}

async function isServing(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5000) })).status === 200;
  } catch {
    // Not listening yet.
    return false;
  }
}

/** Waits until the site answers; throws with all that it said if it ends or takes too long. */
export async function untilServing(site: Starting, signal?: AbortSignal): Promise<void> {
  let ended = false;
  void site.ended.then(() => {
    ended = true;
  });
  for (const began = Date.now(); Date.now() - began < startLimitMs && !ended; await sleep(100)) {
    if (signal?.aborted) throw new Error('Stopped before the site was serving.');
    if (await isServing(site.url)) return;
  }
  throw new Error(`The site did not start${ended ? '' : ' in time'}. It said:\n${site.output}`);
}

/** Ends a started site as a terminal's Ctrl-C does, by force if it does not obey; gives its exit status. */
export async function endSite(site: Starting, signal: NodeJS.Signals = 'SIGINT'): Promise<number> {
  if (site.process.exitCode === null) site.process.kill(signal);
  const timer = setTimeout(() => site.process.kill('SIGKILL'), stopLimitMs);
  const status = await site.ended;
  clearTimeout(timer);
  return status;
}

/** Starts a whole site of the test's own (port, data folder) and waits until it serves. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const site = await beginSite(options);
  const stop = async () => {
    await endSite(site);
    rmSync(site.dataDir, { recursive: true, force: true });
  };
  try {
    await untilServing(site, options.signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return Object.defineProperties({ stop } as Site, Object.getOwnPropertyDescriptors(site));
}
