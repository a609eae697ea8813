import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startJobs } from '#lib/jobs/start.ts';
import { readEnv } from '#lib/site/env.ts';
import { runCommand } from './command.ts';
import { closeOpened, refuseSecondStart } from './database.ts';
import { fillNewsroom, openNewsroom } from './newsroom.ts';
import { checkPort } from './port.ts';
import { provideSecret } from './secret.ts';
import { onStopSignal } from './stop-signals.ts';

// `npm run dev`: Next's development server on the same database.
await runCommand(async () => {
  const env = readEnv();
  Object.assign(process.env, { SITE_URL: env.siteUrl, DATA_DIR: env.dataDir, PORT: String(env.port) });
  refuseSecondStart(env);
  await checkPort(env);
  const opening = openNewsroom(env);
  let dev: ChildProcess | null = null;
  let stopJobs = async () => {};
  onStopSignal(async () => {
    dev?.kill('SIGTERM');
    await stopJobs();
    await closeOpened(opening);
  });
  const database = await opening;
  try {
    provideSecret(env);
    await fillNewsroom(env);
    stopJobs = await startJobs(database.url);
    const cli = join('node_modules', 'next', 'dist', 'bin', 'next');
    const args = [cli, 'dev', '--port', String(env.port), '--hostname', env.host];
    dev = spawn(process.execPath, args, { stdio: 'inherit', env: process.env });
    const [status] = await once(dev, 'exit');
    return typeof status === 'number' ? status : 1;
  } finally {
    await stopJobs();
    await database.close();
  }
});
