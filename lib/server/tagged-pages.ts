import type { OutgoingHttpHeader } from 'node:http';
import { getPage, type Source, setPage } from '#lib/page-cache/store.ts';
import { tagsHeader } from '#lib/page-cache/tagged-answer.ts';

// Feeds and sitemaps: their routes make them afresh each time and keep none, so that a large one can be streamed. They name
// what they show, and are kept by that as readers' pages are: the store has an entry for each, which a change of one of its
// tags drops, and with it what kept-pages.ts has under the address.

/** Whether an address is one of these. */
export const isTagged = (address: string): boolean => /^\/(rss|sitemaps?|robots)[./]/.test(address);
const keyOf = (address: string): string => `tagged:${address}`;
const entryBytes = 512;

/**
 * The store's entry for an answer that names its tags; null for any other, and for one that was out of date when it came.
 * @param began  when it began to be made, by the store's clock: what expired since may be missing in it
 */
export function keepTagged(
  address: string,
  { headers }: { headers: Record<string, OutgoingHttpHeader> },
  began: number,
): Source | null {
  const tags = headers[tagsHeader];
  if (!isTagged(address) || typeof tags !== 'string') return null;
  const key = keyOf(address);
  const made = {};
  setPage(key, made, tags.split(','), entryBytes, { began });
  return getPage(key)?.value === made ? { key, made } : null;
}
