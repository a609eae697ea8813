import { join } from 'node:path';
import { db } from '#lib/db.ts';
import type { Env } from '#lib/site/env.ts';
import { type Holder, lockHolder, takeLock } from './lock.mjs';
import { migrate } from './migrations.ts';
import { findRunning, startPostgres } from './postgres.ts';
import { StartProblem } from './problem.ts';

/** A database that is up and migrated; DATABASE_URL names it from here on. */
export interface OpenDatabase {
  url: string;
  /** Migrations applied just now. */
  migrated: string[];
  /** Closes connections, and stops the embedded server if this process started it. */
  close: () => Promise<void>;
}

const lockFile = (env: Env): string => join(env.dataDir, 'run.lock');

function alreadyRuns(env: Env, { pid, doing }: Holder): StartProblem {
  return new StartProblem(
    `Tòa Soạn already runs on ${env.dataDir} (process ${pid}, ${doing}). Stop it first, or give this one a DATA_DIR and a PORT of its own.`,
  );
}

/**
 * Turns a second start on the same data folder away before it does anything.
 * @throws StartProblem naming the first
 */
export function refuseSecondStart(env: Env): void {
  const holder = env.databaseUrl ? null : lockHolder(lockFile(env));
  if (holder) throw alreadyRuns(env, holder);
}

function use(url: string): void {
  process.env['DATABASE_URL'] = url;
}

async function embedded(
  env: Env,
  doing: string,
  mayShare: boolean,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const lock = takeLock(lockFile(env), doing);
  if ('holder' in lock) {
    const { doing: what } = lock.holder;
    // A command beside a serving site uses the database that the site keeps running.
    const url = mayShare && what.startsWith('serving') ? await findRunning(env.dataDir) : null;
    if (url) return { url, stop: async () => {} };
    throw alreadyRuns(env, lock.holder);
  }
  try {
    const postgres = await startPostgres(env.dataDir);
    return {
      url: postgres.url,
      stop: async () => {
        await postgres.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Opens the newsroom's database: the server named by DATABASE_URL, or the embedded one, started if need be.
 * @param doing  what this process does, told to whoever is turned away meanwhile; a server's begins with "serving"
 * @param mayShare  true for a command that may work beside a serving site
 * @throws StartProblem with one clear sentence
 */
export async function openDatabase(env: Env, doing: string, mayShare = true): Promise<OpenDatabase> {
  const server = env.databaseUrl
    ? { url: env.databaseUrl, stop: async () => {} }
    : await embedded(env, doing, mayShare);
  use(server.url);
  let closing: Promise<void> | null = null;
  const close = () =>
    (closing ??= db()
      .$disconnect()
      .then(() => server.stop()));
  try {
    return { url: server.url, migrated: await migrate(server.url), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Closes a database that may still be opening: for a process that is asked to end half-way up. */
export async function closeOpened(opening: Promise<OpenDatabase>): Promise<void> {
  const database = await opening.catch(() => null);
  await database?.close();
}
