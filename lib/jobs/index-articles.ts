import { indexWaiting } from '#lib/articles/search-index.ts';
import { db } from '#lib/db.ts';
import { sendAt } from '#lib/queue/send.ts';

const atOnce = 50;
/** Well within the time after which a job counts as lost; what is left is the next job's. */
const longestMs = 10_000;

/** Brings readers' search up to date with what waits for it: names that changed, an archive from before there was one. */
export async function indexArticlesJob(_: object, now: Date): Promise<void> {
  const began = Date.now();
  while ((await indexWaiting(atOnce)) > 0) {
    if (Date.now() - began < longestMs) continue;
    // A moment later is another job: the same one is kept once.
    const next = new Date(now.getTime() + longestMs);
    return await db().$transaction((tx) => sendAt(tx, 'index-articles', {}, next));
  }
}
