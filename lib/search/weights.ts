import type { entryFields } from '#lib/articles/search-entry.ts';

/**
 * What counts how much. Chosen by the queries of tests/bench/search/queries.yaml that are not held back
 * (`npm run bench -- search` prints how well they do).
 */
export const weights = {
  /** A word in each of an article's fields. */
  field: { title: 6, sapo: 2.5, tags: 3, bylines: 4, captions: 1, body: 0.7 } satisfies Record<
    (typeof entryFields)[number],
    number
  >,
  /** Each doubling of how often a word stands in a field. */
  again: 0.25,
  /** Beside a word's own: words of the query that follow each other in a field. */
  together: 2,
  /** Beside a word's own: all words of the query near each other in a field, in any order. */
  near: 0.6,
  /** A headline that has little but what was looked for. */
  wholeTitle: 2,
  /** A word that tells nothing. */
  functionWord: 0.1,
  /** An article of today beside one of long ago. */
  recency: 0.25,
  /** In so many days that is half as much. */
  recencyDays: 180,
} as const;
