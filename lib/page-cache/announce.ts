import { setTimeout as sleep } from 'node:timers/promises';
import { db, isRace, type Transaction } from '#lib/db.ts';
import { afterExpiry, expireTags, noteOwnChange } from './store.ts';

/** Tells every server, at this transaction's commit, which pages to make anew. */
async function announce(tx: Transaction, reason: string, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  // Plain SQL, since Prisma's own way was measured to take 5 to 10 ms of each publication here, this 0.3.
  const [{ id }] = await tx.$queryRaw<[{ id: bigint }]>`
    INSERT INTO outbox (reason, tags) VALUES (${reason}, ${[...tags]}::text[]) RETURNING id`;
  noteOwnChange(id);
}

/** What a change's work gives back: its result, and the tags of the pages that show what it changed. */
export interface Change<T> {
  value: T;
  tags: readonly string[];
}

const mostAttempts = 4;
/** Whoever made a change waits no longer for readers to have it. */
const longestWaitMs = 500;

async function attempt<T>(reason: string, work: (tx: Transaction) => Promise<Change<T>>): Promise<Change<T>> {
  let tags: readonly string[] = [];
  try {
    return await db().$transaction(
      async (tx) => {
        const done = await work(tx);
        tags = done.tags;
        await announce(tx, reason, tags);
        return done;
      },
      { maxWait: 10_000, timeout: 20_000 },
    );
  } finally {
    // Also where it failed: a connection lost at the commit does not tell whether that was done.
    expireTags(tags);
  }
}

/**
 * Runs a change in one transaction with its word to the servers. The pages of this process expire the moment the
 * transaction is committed; those that readers ask for all the time are made anew at once, and the answer goes out after
 * them, so that what an editor is told is done is what readers have. The other servers hear of it through the database.
 * Of two changes that wait for each other the database takes one back whole; that one is done again.
 * @param reason  what was done, as "article.publish"
 * @param work  asks the database and nothing else: it may be run more than once
 */
export async function change<T>(reason: string, work: (tx: Transaction) => Promise<Change<T>>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      const { value, tags } = await attempt(reason, work);
      if (tags.length > 0)
        await Promise.race([afterExpiry(), sleep(longestWaitMs, undefined, { ref: false })]);
      return value;
    } catch (error) {
      if (attempts === mostAttempts || !isRace(error)) throw error;
    }
  }
}
