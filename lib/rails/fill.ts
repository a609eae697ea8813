import { db, type Transaction } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { railTag } from '#lib/page-cache/tags.ts';
import { countTerms, readCounts, tagTerm } from './counts.ts';
import { lockRails } from './lock.ts';
import { settleRail } from './rails.ts';
import { readStanding, readTexts } from './read-compared.ts';
import { termsOf } from './terms.ts';

// Rails of articles that came without one: from before there were rails, or by an import.

/** Articles of one transaction. A publication waits for it. */
const batch = 10;
const countingBatch = 100;
/** So many articles tell well enough which words are rare. */
const enoughCounted = 5000;

/** The newest articles without a rail, before this one. */
async function listWithout(tx: Transaction, take: number, before: Place | null): Promise<Place[]> {
  return await tx.$queryRaw<Place[]>`
    SELECT a.id, a.first_published_at AS at
    FROM article a LEFT JOIN article_rail r ON r.article_id = a.id
    WHERE a.status = 'published' AND r.article_id IS NULL
      AND (a.first_published_at, a.id) < (${before?.at ?? new Date('9999-01-01')}, ${before?.id ?? 0})
    ORDER BY a.first_published_at DESC, a.id DESC LIMIT ${take}`;
}

interface Place {
  id: number;
  at: Date;
}

/** While few articles are counted, the words of those to come are counted before any of them is judged by them. */
async function countAhead(signal: AbortSignal | undefined): Promise<void> {
  let last: Place | null = null;
  while (!signal?.aborted && (await readCounts(db(), [])).counted < enoughCounted) {
    const places = await listWithout(db(), countingBatch, last);
    if (places.length === 0) return;
    const ids = places.map(({ id }) => id);
    const standing = new Map((await readStanding(db(), ids)).map((one) => [one.id, one]));
    const terms = [...(await readTexts(db(), ids))].map(([id, text]) => [
      ...termsOf(text).keys(),
      ...(standing.get(id)?.tagIds ?? []).map(tagTerm),
    ]);
    await db().$transaction(async (tx) => {
      await lockRails(tx);
      await countTerms(tx, terms);
    });
    last = places.at(-1) ?? null;
  }
}

interface FillOptions {
  signal?: AbortSignal;
  /** Called after each few articles with how many are done. */
  onProgress?: (done: number) => void;
  /** Between two transactions; publications come first. */
  pause?: () => Promise<unknown>;
}

/**
 * Computes the rails of all articles that have none, the newest first, a few in a transaction. It may be broken off and
 * goes on where it was.
 * @returns of how many articles
 */
export async function fillRails({ signal, onProgress, pause }: FillOptions = {}): Promise<number> {
  await countAhead(signal);
  let done = 0;
  let last: Place | null = null;
  while (!signal?.aborted) {
    // Looked for before anything is locked: where none is missing, all rails are looked through.
    const places = await listWithout(db(), batch, last);
    if (places.length === 0) return done;
    await change('rails.fill', async (tx) => {
      const changed = new Set<number>();
      for (const { id } of places) {
        for (const one of await settleRail(tx, id, { count: false })) changed.add(one);
      }
      return { value: undefined, tags: [...changed].map(railTag) };
    });
    done += places.length;
    last = places.at(-1) ?? null;
    onProgress?.(done);
    await pause?.();
  }
  return done;
}
