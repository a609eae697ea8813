import { setTimeout as sleep } from 'node:timers/promises';
import { LruMap } from '#lib/page-cache/lru.ts';
import { bytesOfPacked, packedOf, takeBrotli } from '#lib/page-cache/packed.ts';
import { type Found, getPage, notePageUse, resizePage, type Source } from '#lib/page-cache/store.ts';
import { packSearch } from '#lib/site/search-address.ts';
import { compressBest } from './compressor.ts';
import { type Compressed, encodedBody, encodedBytes, isLarge } from './encoded.ts';
import type { FinishedPage } from './finished-page.ts';
import { cleanUp, sweepUp } from './spare-memory.ts';
import { prepareWire } from './wire.ts';

// Finished pages by their addresses, in front of Next. Each stands on a page of the store and is as fresh as that: once
// the store has dropped it or has another under its key, this one is never sent again.

interface Kept {
  page: FinishedPage;
  source: Source;
  /** What it was made of, as the store has it. */
  stored: Found;
  /** Milliseconds: from then on Next is asked again. */
  until: number;
  /** Milliseconds: when it was last put before those that make room. */
  usedAt: number;
  bytes: number;
  isKept: boolean;
}

const megabyte = 1024 * 1024;
/** Half as much again as the store: one or two compressed forms of each page, and its headers. */
const share = 1.5;
const endlessShare = 1 / 8;
const besides = 2048;
/** Then a page is made anew: the net below all notices of change ("revalidate" of the readers’ layout, for plain Next). */
export const longestMs = 60 * 60 * 1000;
/** A page is put before the others that rarely: in a flood of requests it would be half of what one costs. */
const usedAgainMs = 1000;

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
  const cut = url.search(/[?#]/);
  if (cut < 0) return url;
  const path = url.slice(0, cut);
  if (path !== '/tim-kiem') return path;
  const asked = new URLSearchParams(url.slice(cut + 1));
  const packed = packSearch(asked);
  return packed ? `/tim/${packed}/${encodeURIComponent(asked.get('trang') || '1')}` : path;
}

/** As every page of ours is named but the searches. Any other spelling that leads to one has endless brothers. */
const ownAddress = /^\/[a-z0-9./-]*$/;

/** Whether anybody can ask for any number of such pages. */
export const isEndless = (address: string, status: number): boolean =>
  status !== 200 || !ownAddress.test(address) || address.startsWith('/tim/');

const placeOf = (address: string, { status }: FinishedPage): LruMap<Kept> =>
  isEndless(address, status) ? endless : pages;

/** The page kept for an address, if the store still has what it was made of. */
export function getKept(address: string, now = Date.now()): FinishedPage | null {
  const kept = pages.peek(address) ?? endless.peek(address);
  if (!kept) return null;
  if (!kept.stored.isKept || now >= kept.until) {
    pages.delete(address);
    endless.delete(address);
    return null;
  }
  if (now - kept.usedAt >= usedAgainMs) {
    kept.usedAt = now;
    placeOf(address, kept.page).get(address);
    notePageUse(kept.source.key);
  }
  return kept.page;
}

/**
 * Keeps a page made of what the store has; those asked for longest ago make room.
 * @param leastMs  so long it is sent at least without another look, however old it is
 */
export function keep(address: string, page: FinishedPage, source: Source, leastMs = 0): void {
  const stored = getPage(source.key);
  // A page expired while this one was made of it, and another may stand under its key by now.
  if (stored === null || stored.value !== source.made) return;
  const bytes = encodedBytes(page.encoded) + besides;
  const dueAt = Math.max(stored.storedAt + longestMs, Date.now() + leastMs);
  const until = Math.min(dueAt, page.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY);
  const kept: Kept = { page, source, stored, until, usedAt: Date.now(), bytes, isKept: true };
  placeOf(address, page).set(address, kept);
  // It stays as it was first sent, which is right too.
  prepare(address, kept).catch((error: unknown) => console.error(error));
}

/** Has ready what nearly everybody asks for, and lets the plain form go, which hardly anybody does. */
async function prepare(address: string, kept: Kept): Promise<void> {
  const { page } = kept;
  if (page.encoded.gzip && isLarge(page.encoded)) return prepareWire(page, 'gzip', page.encoded.gzip);
  prepareWire(page, 'br', await encodedBody(page.encoded, 'br'));
  delete page.encoded.identity;
  const isBest = packedOf(kept.source.made)?.form === 'best';
  settle(address, kept, isBest ? 'best' : 'quick');
  if (isBest || placeOf(address, page) !== pages) return;
  waiting.push({ address, kept });
  if (waiting.length === 1) void compressWaiting();
}

function settle(address: string, kept: Kept, form: 'quick' | 'best'): void {
  const { page, source } = kept;
  placeOf(address, page).resize(address, kept, encodedBytes(page.encoded) + besides);
  const packed = packedOf(source.made);
  if (!packed || !page.encoded.br) return;
  takeBrotli(packed, page.encoded.br, form);
  resizePage(source.key, packed, bytesOfPacked(packed));
}

/** Keeps a form of a page that was made for the first who asked for it. */
export function keepForm(address: string, page: FinishedPage, encoding: Compressed, body: Buffer): void {
  const place = placeOf(address, page);
  const kept = place.peek(address);
  if (kept?.page !== page || page.wires?.[encoding]) return;
  prepareWire(page, encoding, body);
  place.resize(address, kept, encodedBytes(page.encoded) + besides);
}

interface Waiting {
  address: string;
  kept: Kept;
}

const waiting: Waiting[] = [];
/** A page that is changed again at once is not worth it. */
const restMs = 3000;

/** Rarely enough to cost nothing, often enough that what these needed for a moment does not pile up. */
const pagesBetween = 100;

/** Compresses as well as can be what has stood for a while, one page after the other. */
async function compressWaiting(): Promise<void> {
  let count = 0;
  for (let next = waiting[0]; next; waiting.shift(), next = waiting[0]) {
    await sleep(Math.max(0, next.kept.stored.storedAt + restMs - Date.now()), undefined, { ref: false });
    await compressAnew(next);
    if (++count % pagesBetween === 0) sweepUp();
  }
  if (count >= pagesBetween) cleanUp();
}

async function compressAnew({ address, kept }: Waiting): Promise<void> {
  const { br } = kept.page.encoded;
  // Dropped or replaced meanwhile: nobody will ask for it.
  if (!br || !kept.isKept || !kept.stored.isKept) return;
  try {
    prepareWire(kept.page, 'br', await compressBest(br));
    settle(address, kept, 'best');
  } catch (error) {
    // It stays as it was, which is right too.
    console.error(error);
  }
}

/** Addresses that had a page kept which has expired, and were asked for since that moment, in milliseconds. */
export function listExpired(since: number): string[] {
  // What stands under "not found" now may be the article that was published.
  return [endless, pages].flatMap((place) =>
    [...place.entries()]
      .filter(([, { stored, usedAt }]) => !stored.isKept && usedAt >= since)
      .map(([address]) => address),
  );
}

/** How much is kept. */
export function measureKept(): { pages: number; bytes: number } {
  return { pages: pages.size + endless.size, bytes: pages.bytes + endless.bytes };
}
