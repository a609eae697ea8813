import { setTimeout as sleep } from 'node:timers/promises';
import next from 'next';
import { writeReads } from '#lib/most-read/tally.ts';
import { lastChange } from '#lib/page-cache/store.ts';
import { endWatching } from '#lib/presence/hub.ts';
import type { Env } from '#lib/site/env.ts';
import { closeDoor, openDoors } from './doors.ts';
import { takeBackPages, writePages } from './page-file.ts';
import { listen } from './port.ts';
import { isCalm, readPage, renewAtExpiry } from './read-page.ts';
import { cleanInCalm } from './spare-memory.ts';
import { warmUp } from './warm.ts';

/** A crash loses what was finished since; a stop loses nothing. */
const writeEveryMs = 5 * 60 * 1000;

/** Until this process hears of changes: pages taken back before that would expire with all that it may have missed. */
async function untilListening(): Promise<void> {
  for (let tries = 0; tries < 150 && lastChange() === null; tries++) await sleep(20);
}

/**
 * Starts serving the built site.
 * @returns stops it: no new requests, those under way are finished for at most two seconds
 */
export async function serveSite(env: Env): Promise<() => Promise<void>> {
  const app = next({ dev: false, hostname: env.host, port: env.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const doors = openDoors(env, handle);
  for (const { server, port } of doors) await listen(server, { ...env, port });
  await untilListening();
  await takeBackPages(env);
  const { host } = new URL(env.siteUrl);
  await warmUp((address) => readPage(handle, address, host));
  const endRenewing = renewAtExpiry(handle, host);
  const endCleaning = cleanInCalm(isCalm);
  const writing = setInterval(() => void writePages(env), writeEveryMs);
  return async () => {
    clearInterval(writing);
    endCleaning();
    endRenewing();
    endWatching();
    await Promise.all(doors.map(closeDoor));
    await writeReads();
    await writePages(env);
    await app.close();
  };
}
