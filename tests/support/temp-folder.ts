import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '#lib/server/lock.mjs';

/**
 * A folder that PostgreSQL's user may enter, also where the tests run as root. Under npm test it lies in the run's
 * own folder, which is removed with all that is in it.
 */
export function makeTempFolder(name: string): string {
  const folder = mkdtempSync(join(process.env['TEST_TEMP_DIR'] ?? tmpdir(), `toasoan-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/** Stops every PostgreSQL that still runs from somewhere below the folder (its test was cut short), then removes it. */
export async function sweep(folder: string): Promise<void> {
  for (const file of globSync('**/postmaster.pid', { cwd: folder })) {
    const pid = Number(readFileSync(join(folder, file), 'utf8').split('\n')[0]);
    if (!(pid > 1) || !isAlive(pid)) continue;
    // PostgreSQL's "immediate shutdown": nothing in there is worth keeping.
    process.kill(pid, 'SIGQUIT');
    for (let waited = 0; isAlive(pid) && waited < 5000; waited += 50) await sleep(50);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
