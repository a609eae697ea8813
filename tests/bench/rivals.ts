import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { servingFlags, servingSettings } from '#lib/server/serving-node.mjs';
import { freePort } from '#tests/support/server.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { pinned } from './load.ts';

/** A server that is measured, on the first core. */
export interface Measured {
  name: string;
  /** Its root, without a slash at the end. */
  url: string;
  pid: number;
  /** From the start of its process to its first answer. */
  startMs: number;
  stop: () => Promise<void>;
}

/** What our server and Next's need: a database, and for ours a folder of its own. */
export interface Where {
  databaseUrl: string;
  dataDir: string;
}

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  for (const began = Date.now(); Date.now() - began < 60_000 && child.exitCode === null; await sleep(5)) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
  }
  throw new Error(`${url} did not answer`);
}

interface Program {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  url: string;
  /** Asked until it answers. */
  first: string;
  signal: NodeJS.Signals;
}

async function start({ name, command, args, env, url, first, signal }: Program): Promise<Measured> {
  const began = performance.now();
  const child = spawn(...pinned(0, command, args), { env: { ...process.env, ...env }, stdio: 'ignore' });
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  try {
    await untilAnswers(url + first, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { name, url, pid: child.pid ?? 0, startMs: performance.now() - began, stop };
}

export const secret = 'a secret of the benchmarks, long enough';

function settings({ databaseUrl, dataDir }: Where, port: number): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: String(port),
    SITE_URL: `http://127.0.0.1:${port}`,
    AUTH_SECRET: secret,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

/**
 * Our server, as `npm start` starts it.
 * @param flags  of Node's own, for a look inside
 */
export async function startOurs(where: Where, flags: string[] = [], port?: number): Promise<Measured> {
  const own = port ?? (await freePort());
  return await start({
    name: 'Tòa Soạn',
    command: process.execPath,
    args: [...servingFlags, ...flags, 'lib/server/start.ts'],
    env: { ...servingSettings, ...settings(where, own) },
    url: `http://127.0.0.1:${own}`,
    first: '/',
    signal: 'SIGINT',
  });
}

/** Next's own server with the same build. */
export async function startPlainNext(where: Where): Promise<Measured> {
  const port = await freePort();
  const cli = join('node_modules', 'next', 'dist', 'bin', 'next');
  return await start({
    name: 'next start',
    command: process.execPath,
    args: [cli, 'start', '--port', String(port), '--hostname', '127.0.0.1'],
    env: settings(where, port),
    url: `http://127.0.0.1:${port}`,
    first: '/',
    signal: 'SIGTERM',
  });
}

/**
 * nginx with a page's bytes as a file, compressed beforehand; one worker, as fast as it can be set.
 * @param path  the page's address, from the root
 */
export async function startNginx(path: string, gzipped: Buffer): Promise<Measured> {
  const port = await freePort();
  const folder = makeTempFolder('nginx');
  const site = join(folder, 'site');
  mkdirSync(site);
  writeFileSync(join(site, path), gunzipSync(gzipped));
  writeFileSync(join(site, `${path}.gz`), gzipped);
  // As root nginx would give its worker another account, which can't reach the folder.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${user} daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 1024; }
    http {
      types { text/html html; } charset utf-8; access_log off; sendfile on; tcp_nopush on;
      keepalive_requests 1000000; gzip_static on; etag on;
      open_file_cache max=1000 inactive=60s; open_file_cache_valid 60s;
      client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
      uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
      server { listen 127.0.0.1:${port}; root ${site}; }
    }`,
  );
  const server = await start({
    name: 'nginx',
    command: 'nginx',
    args: ['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')],
    url: `http://127.0.0.1:${port}`,
    first: path,
    signal: 'SIGTERM',
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  // It is its worker that answers.
  const worker = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim();
  return { ...server, pid: Number(worker) || server.pid, stop };
}

/** Resident memory of a process, in megabytes; null where the system has no /proc. */
export function residentMegabytes(pid: number): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? Number.NaN) / 1024);
  } catch {
    return null;
  }
}
