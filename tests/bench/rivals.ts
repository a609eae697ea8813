import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { freePort } from '#tests/support/server.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { pinned } from './load.ts';

/** A server that is measured, on the first core. */
export interface Measured {
  name: string;
  /** Where it has the article. */
  url: string;
  pid: number;
  stop: () => Promise<void>;
}

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`${url} did not answer`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

interface Where {
  databaseUrl: string;
  dataDir: string;
  /** The article's address, from the root. */
  path: string;
}

async function startNode(
  name: string,
  args: (port: number) => string[],
  { databaseUrl, dataDir, path }: Where,
  signal: NodeJS.Signals,
): Promise<Measured> {
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: String(port),
    SITE_URL: `http://localhost:${port}`,
    AUTH_SECRET: 'only-for-measuring-only-for-measuring',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const child = spawn(...pinned(0, process.execPath, args(port)), { env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}${path}`;
  await untilAnswers(url, child);
  return { name, url, pid: child.pid ?? 0, stop: () => end(child, signal) };
}

/** Our server, as `npm start` starts it. */
export const startOurs = (where: Where): Promise<Measured> =>
  startNode(
    'Tòa Soạn',
    () => ['--disable-warning=ExperimentalWarning', 'lib/server/start.ts'],
    where,
    'SIGINT',
  );

/** Next's own server with the same build. */
export const startPlainNext = (where: Where): Promise<Measured> =>
  startNode(
    'next start',
    (port) => ['node_modules/next/dist/bin/next', 'start', '--port', String(port), '--hostname', '127.0.0.1'],
    where,
    'SIGTERM',
  );

/** nginx with the article's bytes as a file, compressed beforehand; one worker, as fast as it can be set. */
export async function startNginx(html: Buffer): Promise<Measured> {
  const port = await freePort();
  const folder = makeTempFolder('nginx');
  mkdirSync(join(folder, 'site'), { recursive: true });
  writeFileSync(join(folder, 'site', 'article.html'), html);
  writeFileSync(join(folder, 'site', 'article.html.gz'), gzipSync(html, { level: 9 }));
  const settings = `
    daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 1024; }
    http {
      types { text/html html; } charset utf-8; access_log off; sendfile on; tcp_nopush on;
      keepalive_requests 1000000; gzip_static on; etag on;
      open_file_cache max=1000 inactive=60s; open_file_cache_valid 60s;
      client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
      uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
      server { listen 127.0.0.1:${port}; root ${folder}/site; }
    }`;
  writeFileSync(join(folder, 'nginx.conf'), settings);
  // As root nginx gives its worker another account, which must reach the folder.
  const child = spawn(...pinned(0, 'nginx', ['-c', join(folder, 'nginx.conf'), '-g', 'user root;']), {
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}/article.html`;
  await untilAnswers(url, child);
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  return { name: 'nginx', url, pid: child.pid ?? 0, stop };
}

/** Resident memory of a process, in bytes; Linux only. */
export function residentBytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? Number.NaN) * 1024;
}
