import { setTimeout as sleep } from 'node:timers/promises';
import { fillRails } from '#lib/rails/fill.ts';
import { tellTrouble } from './trouble.ts';

/** An import that was broken off left articles without related ones. */
const againMs = 60 * 60_000;
/** Between two handfuls of articles: readers and editors come first. */
const pauseMs = 50;

/**
 * Finds related articles for all that came without: an archive from before there were any is done once, in the background,
 * the newest first.
 * @returns stops it, once the handful under way is done
 */
export function keepFilling(): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const rest = (ms: number) => sleep(ms, undefined, { ref: false, signal }).catch(() => {});
  const filling = (async () => {
    while (!signal.aborted) {
      await fillRails({ signal, pause: () => rest(pauseMs) }).catch(tellTrouble);
      await rest(againMs);
    }
  })();
  return async () => {
    stopping.abort();
    await filling;
  };
}
