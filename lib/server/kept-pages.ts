import type { Source } from '#lib/page-cache/asked.ts';
import { getPage } from '#lib/page-cache/store.ts';
import type { FinishedPage } from './finished-page.ts';

// Finished pages by their addresses, in front of Next. Each stands on a page of the store and is as fresh as that: once
// the store has dropped it or has another under its key, this one is never sent again.

interface Kept {
  page: FinishedPage;
  source: Source;
}

const kept = new Map<string, Kept>();
let bytes = 0;
const limitBytes = 64 * 1024 * 1024;
/** Then Next is asked again and renews the page: the net below all notices of change (cacheLife "page"). */
const longestMs = 60 * 60 * 1000;

function drop(address: string): void {
  const one = kept.get(address);
  if (!one) return;
  kept.delete(address);
  bytes -= one.page.body.length;
}

/**
 * The part of an address that decides what is shown: the path, and the query of a search. Whatever else stands in a
 * query (utm_source, fbclid) shares one page.
 */
export function pageAddress(url: string): string {
  const cut = url.indexOf('?');
  if (cut < 0) return url;
  const path = url.slice(0, cut);
  return path === '/tim-kiem' ? url : path;
}

/** The page kept for an address, if the store still has what it was made of; asking makes it the last to be dropped. */
export function getKept(address: string): FinishedPage | null {
  const one = kept.get(address);
  if (!one) return null;
  const stored = getPage(one.source.key);
  if (stored?.value !== one.source.made || Date.now() - (stored?.storedAt ?? 0) >= longestMs) {
    drop(address);
    return null;
  }
  kept.delete(address);
  kept.set(address, one);
  return one.page;
}

/** Keeps a page made of what the store has; those asked for longest ago make room. */
export function keep(address: string, page: FinishedPage, source: Source): void {
  // A page expired while this one was made of it, and another may stand under its key by now.
  if (getPage(source.key)?.value !== source.made) return;
  drop(address);
  kept.set(address, { page, source });
  bytes += page.body.length;
  for (const oldest of kept.keys()) {
    if (bytes <= limitBytes) break;
    drop(oldest);
  }
}
