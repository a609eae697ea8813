import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readEnv } from '#lib/site/env.ts';
import { runCommand } from './command.ts';
import { openNewsroom } from './open-newsroom.ts';
import { checkPort } from './port.ts';
import { onStopSignal } from './stop-signals.ts';

// `npm run dev`: Next's development server on the same database.
await runCommand(async () => {
  const env = readEnv();
  Object.assign(process.env, { SITE_URL: env.siteUrl, DATA_DIR: env.dataDir });
  await checkPort(env);
  const { database } = await openNewsroom(env);
  const cli = join('node_modules', 'next', 'dist', 'bin', 'next');
  const dev = spawn(process.execPath, [cli, 'dev', '--port', String(env.port), '--hostname', env.host], {
    stdio: 'inherit',
    env: process.env,
  });
  onStopSignal(async () => {
    dev.kill('SIGTERM');
    await database.close();
  });
  const status = await new Promise<number>((done) => dev.on('exit', (code) => done(code ?? 1)));
  await database.close();
  return status;
});
