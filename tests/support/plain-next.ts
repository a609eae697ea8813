import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './server.ts';

const startLimitMs = 60_000;

/**
 * Starts the built site under Next's own server, as a host for Next would, and waits until it serves.
 * @param siteUrl  what its pages call themselves
 */
export async function startPlainNext(
  databaseUrl: string,
  siteUrl: string,
  dataDir: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const cli = join('node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [cli, 'start', '--port', String(port)], {
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: databaseUrl,
      SITE_URL: siteUrl,
      DATA_DIR: dataDir,
      AUTH_SECRET: 'only for tests, long enough to be one',
    },
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill();
    await ended;
  };
  for (const began = Date.now(); Date.now() - began < startLimitMs; await sleep(100)) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return { url, stop };
  }
  await stop();
  throw new Error('next start did not answer');
}
