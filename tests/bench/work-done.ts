import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

// Work that was done, rather than time that passed: a machine that does other things meanwhile changes it little.

/** A tick of /proc/PID/stat: a hundredth of a second on every Linux. */
const tickMs = 10;

/** Milliseconds of CPU that a process has taken so far; null where the system does not tell. */
export function cpuOf(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    // No Linux, or no such process any more.
    return null;
  }
}

/** A connection tells what it did after a second at the latest. */
const toldAfterMs = 1100;

/** Milliseconds that the connections to this database have spent on queries so far. */
export async function databaseWork(client: pg.Client): Promise<number> {
  await sleep(toldAfterMs);
  const { rows } = await client.query<{ ms: number }>(
    'SELECT active_time AS ms FROM pg_stat_database WHERE datname = current_database()',
  );
  return rows[0]?.ms ?? 0;
}

const quietMs = 10;
const longestWaits = 100;

/** Waits until the database has next to nothing to do: a site that starts makes its first pages by itself. */
export async function untilQuiet(client: pg.Client): Promise<void> {
  let before = await databaseWork(client);
  for (let wait = 0; wait < longestWaits; wait++) {
    const now = await databaseWork(client);
    if (now - before < quietMs) return;
    before = now;
  }
}
