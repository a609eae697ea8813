import type { Transaction } from '#lib/db.ts';

// In how many articles a term stands: what makes it rare. The newest articles are counted, not all there ever were.

/** The row that says how many articles were counted. */
const allTerm = '';
/** A tag as a term, so that a tag of every second article tells little. */
export const tagTerm = (tagId: number): string => `#${tagId}`;
/** So many articles tell how rare a word is; beyond them old counts fade. */
const mostCounted = 20_000;

export interface Counts {
  counted: number;
  /** Of the terms asked for; a term that is missing stands nowhere. */
  articles: ReadonlyMap<string, number>;
}

interface CountRow {
  term: string;
  articles: number;
}

function countsOf(rows: readonly CountRow[]): Counts {
  const articles = new Map(rows.map((row) => [row.term, row.articles]));
  const counted = articles.get(allTerm) ?? 0;
  articles.delete(allTerm);
  return { counted, articles };
}

export async function readCounts(tx: Transaction, terms: readonly string[]): Promise<Counts> {
  return countsOf(
    await tx.$queryRaw<CountRow[]>`
      SELECT term, articles FROM term_count WHERE term = ANY(${[allTerm, ...terms]})`,
  );
}

/**
 * Counts articles, each given as its terms. The caller holds the rails' lock: two that count at once would wait for each
 * other.
 * @returns the counts of these terms, with these articles
 */
export async function countTerms(tx: Transaction, articles: readonly Iterable<string>[]): Promise<Counts> {
  const times = new Map<string, number>([[allTerm, articles.length]]);
  for (const terms of articles) {
    for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  }
  return countsOf(
    await tx.$queryRaw<CountRow[]>`
      INSERT INTO term_count (term, articles)
      SELECT * FROM unnest(${[...times.keys()]}::text[], ${[...times.values()]}::int[])
      ON CONFLICT (term) DO UPDATE SET articles = term_count.articles + excluded.articles
      RETURNING term, articles`,
  );
}

/** Halves all counts once enough articles were counted: the table stays small, and new words weigh as they do now. */
export async function fadeCounts(tx: Transaction): Promise<void> {
  const { counted } = await readCounts(tx, []);
  if (counted <= mostCounted) return;
  await tx.$executeRaw`DELETE FROM term_count WHERE articles < 2 AND term <> ${allTerm}`;
  await tx.$executeRaw`UPDATE term_count SET articles = articles / 2`;
}
