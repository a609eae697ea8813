import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '#lib/site/env.ts';
import { StartProblem } from './problem.ts';

function madeBefore(path: string): string {
  const kept = readFileSync(path, 'utf8').trim();
  if (kept.length < 32)
    throw new StartProblem(`${path} is damaged. Delete it; everybody will have to sign in again.`);
  return kept;
}

/** The secret kept in this file, made at the first call. Two starts at once end with the same. */
function keptSecret(path: string): string {
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return madeBefore(path);
}

/**
 * Puts the secret that cookies and links are signed with where Next will look for it: AUTH_SECRET as given, or one made
 * once and kept in the data folder.
 * @throws StartProblem if the file it is kept in holds none
 */
export function provideSecret(env: Env): void {
  mkdirSync(env.dataDir, { recursive: true });
  const path = join(env.dataDir, 'auth-secret');
  process.env['AUTH_SECRET'] = env.authSecret ?? keptSecret(path);
  if (env.databaseUrl && !env.authSecret) {
    console.log(
      `  (AUTH_SECRET is not set: ${path} is used. Several servers on one database need the same one.)`,
    );
  }
}
