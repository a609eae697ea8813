import type { Source } from '#lib/page-cache/asked.ts';
import { LruMap } from '#lib/page-cache/lru.ts';
import { getPage } from '#lib/page-cache/store.ts';
import { packSearch } from '#lib/site/search-address.ts';
import { compressBody, encodedBytes } from './encoded.ts';
import type { FinishedPage } from './finished-page.ts';

// Finished pages by their addresses, in front of Next. Each stands on a page of the store and is as fresh as that: once
// the store has dropped it or has another under its key, this one is never sent again.

interface Kept {
  page: FinishedPage;
  source: Source;
  bytes: number;
}

const megabyte = 1024 * 1024;
/** Half as much again as the store: two compressed forms of each page, and its headers. */
const share = 1.5;
const endlessShare = 1 / 8;
const besides = 2048;
/** Then Next is asked again and renews the page: the net below all notices of change (cacheLife "page"). */
const longestMs = 60 * 60 * 1000;

const limit = (Number(process.env['PAGE_CACHE_MB']) || 128) * megabyte * share;
const pages = new LruMap<Kept>(limit);
/** Searches and "not found" can't push the others out, however many are asked for. */
const endless = new LruMap<Kept>(limit * endlessShare);

/**
 * The part of an address that decides what is shown, as Next knows it: the path; and what a search asks for with the
 * page's number, which are a part of the path there (proxy.ts does the same under plain `next start`). Whatever else
 * stands in a query (utm_source, fbclid) shares one page.
 */
export function pageAddress(url: string): string {
  const cut = url.indexOf('?');
  if (cut < 0) return url;
  const path = url.slice(0, cut);
  if (path !== '/tim-kiem') return path;
  const asked = new URLSearchParams(url.slice(cut + 1));
  const packed = packSearch(asked);
  return packed ? `/tim/${packed}/${encodeURIComponent(asked.get('trang') || '1')}` : path;
}

const placeOf = (address: string, status: number): LruMap<Kept> =>
  status === 404 || address.startsWith('/tim/') ? endless : pages;

/** The page kept for an address, if the store still has what it was made of; asking makes it the last to be dropped. */
export function getKept(address: string): FinishedPage | null {
  const one = pages.get(address) ?? endless.get(address);
  if (!one) return null;
  const stored = getPage(one.source.key);
  if (stored?.value !== one.source.made || Date.now() - (stored?.storedAt ?? 0) >= longestMs) {
    pages.delete(address);
    endless.delete(address);
    return null;
  }
  return one.page;
}

/** Keeps a page made of what the store has; those asked for longest ago make room. */
export function keep(address: string, page: FinishedPage, source: Source): void {
  // A page expired while this one was made of it, and another may stand under its key by now.
  if (getPage(source.key)?.value !== source.made) return;
  const kept: Kept = { page, source, bytes: encodedBytes(page.encoded) + besides };
  const place = placeOf(address, page.status);
  place.set(address, kept);
  queue.push({ address, kept, place });
  if (queue.length === 1) void compressWaiting();
}

interface Waiting {
  address: string;
  kept: Kept;
  place: LruMap<Kept>;
}

const queue: Waiting[] = [];

/** One after the other, so that compressing well never takes more than one core from those who wait for a page. */
async function compressWaiting(): Promise<void> {
  for (let next = queue[0]; next; queue.shift(), next = queue[0]) {
    const { address, kept, place } = next;
    // Dropped or replaced meanwhile: nobody will ask for it.
    if (place.get(address) !== kept) continue;
    try {
      await compressBody(kept.page.encoded);
      place.resize(address, kept, encodedBytes(kept.page.encoded) + besides);
    } catch (error) {
      // It stays as it was first sent, which is right too.
      console.error(error);
    }
  }
}

/** How much is kept. */
export function measureKept(): { pages: number; bytes: number } {
  return { pages: pages.size + endless.size, bytes: pages.bytes + endless.bytes };
}
