import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { StartProblem } from './problem.ts';

/** Whom the database's programs run as: nobody else, unless this process is root, as which PostgreSQL refuses to run. */
export interface Account {
  uid?: number;
  gid?: number;
}

function idOf(flag: '-u' | '-g'): number | null {
  const found = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return found.status === 0 ? Number(found.stdout.trim()) : null;
}

/**
 * The account for PostgreSQL's programs: our own, or for root the system's user "postgres", made if missing.
 * @throws StartProblem when that user can't be made
 */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  if (idOf('-u') === null) {
    spawnSync('groupadd', ['--system', 'postgres']);
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  }
  const uid = idOf('-u');
  const gid = idOf('-g');
  if (uid === null || gid === null) {
    throw new StartProblem(
      'PostgreSQL does not run as root, and the user "postgres" could not be made. Start as another user.',
    );
  }
  return { uid, gid };
}

/** Hands a folder to the account and makes sure that it can be reached from there. */
export function giveTo(account: Account, folder: string): void {
  if (account.uid === undefined || account.gid === undefined) return;
  chownSync(folder, account.uid, account.gid);
  const seen = spawnSync('test', ['-w', folder], { uid: account.uid, gid: account.gid });
  if (seen.status !== 0) {
    throw new StartProblem(
      `Started as root, the database runs as the user "postgres", who can't reach ${folder}. Set DATA_DIR to a folder that others may enter, e.g. DATA_DIR=/var/lib/toasoan.`,
    );
  }
}
