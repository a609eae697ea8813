import { setImmediate } from 'node:timers/promises';
import { atMost } from '#lib/media/at-most.ts';
import { lastExpiry, lastExpiryOf, onExpiry } from '#lib/page-cache/store.ts';
import { articleTag } from '#lib/page-cache/tags.ts';
import type { Handler } from './capture.ts';
import { type FinishedPage, hasStood } from './finished-page.ts';
import { Flights } from './flights.ts';
import { getKept, keep, listExpired, longestMs, pageAddress } from './kept-pages.ts';
import { makePage, takeFromStore } from './make-page.ts';
import { counts } from './metrics.ts';
import { badAddressPage, retryAfterSeconds, unavailablePage } from './plain-pages.ts';
import { isStopping } from './stop-signals.ts';
import { isTagged } from './tagged-pages.ts';
import { inTurn } from './turns.ts';

// The page at an address: from memory, from what was written to disk, or made now, once however many ask.

function plain(status: number, body: Buffer, headers = {}): FinishedPage {
  const own = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers };
  return {
    status,
    headers: own,
    tags: [],
    hash: String(status),
    changedAt: new Date(0),
    expiresAt: null,
    isDateSure: true,
    encoded: { identity: body },
  };
}

const badAddress = plain(400, badAddressPage);
/** What is said where a page can't be made. */
export const unavailable = plain(503, unavailablePage, { 'retry-after': String(retryAfterSeconds) });

/** Longer than any address of ours. */
const longestAddress = 4000;
/** Pages being made or waiting for it, beyond which another is turned away, while pages that are ready go on being sent. */
const makingAtMost = 64;

const flights = new Flights<FinishedPage>();

/** Steps up or nowhere ("/../", "/%2e/"): browsers and crawlers resolve them before they ask, and Next would after us. */
const dotSegment = /[/\\](\.|%2e){1,2}([/\\]|$)/i;

function isAddress(address: string): boolean {
  try {
    decodeURIComponent(address);
    return address.startsWith('/') && address.length <= longestAddress && !dotSegment.test(address);
  } catch {
    return false;
  }
}

const recentMs = 5000;

/**
 * What an editor has just changed is made before all else: the article itself and the lists that people read. Articles
 * that only name it beside their own text come after them, as does whatever was never asked for.
 */
function isUrgent(address: string, changedSince = Date.now() - recentMs): boolean {
  const id = /-(\d{1,9})\.html$/.exec(address)?.[1];
  if (id === undefined) return hasStood(address) && !address.startsWith('/tim/');
  return lastExpiryOf(articleTag(Number(id))) >= changedSince;
}

/** Feeds and sitemaps have turns of their own: a crawler that asks for all of them keeps no reader waiting. */
const forMachines = atMost(2);

let lastMadeAt = 0;

/** Whether no page is being made, nor has been for so many milliseconds. */
export const isCalm = (ms: number): boolean => flights.size === 0 && Date.now() - lastMadeAt > ms;

async function makeInTurn(handle: Handler, address: string, host: string): Promise<FinishedPage> {
  try {
    const make = () => makePage(handle, address, host);
    return (await (isTagged(address) ? forMachines(make) : inTurn(isUrgent(address), make))) ?? unavailable;
  } catch (error) {
    // At a stop the database may go first.
    if (!isStopping()) console.error(error);
    return unavailable;
  } finally {
    lastMadeAt = Date.now();
  }
}

/** So many pages are renewed at a time; the others when they are asked for (again). */
const renewedAtMost = 16;
/** A page that is due is sent for so long without trying again to make it anew: the database may be away. */
const againMs = 10_000;

/** What the store has of an address. A page that has stood for long is sent once more, while it is made anew. */
function takeStored(address: string, renew: () => void): FinishedPage | null {
  const taken = takeFromStore(address);
  if (!taken) return null;
  const isDue = Date.now() - taken.storedAt >= longestMs;
  keep(address, taken.page, taken.source, isDue ? againMs : 0);
  // What was never made before comes first.
  if (isDue && flights.size < renewedAtMost) renew();
  return taken.page;
}

/** The page at an address: kept from before, or made now. One that can't be made is a plain 503. */
export function readPage(handle: Handler, url: string, host: string): FinishedPage | Promise<FinishedPage> {
  const address = pageAddress(url);
  const kept = getKept(address);
  if (kept) {
    counts.hits++;
    return kept;
  }
  const underWay = flights.find(address);
  if (underWay) return underWay;
  if (!isAddress(address)) return badAddress;
  const begin = () => flights.begin(address, () => makeInTurn(handle, address, host));
  const stored = takeStored(address, () => void begin());
  if (stored) return stored;
  if (flights.size >= makingAtMost) return unavailable;
  counts.misses++;
  return begin();
}

/** Of a page that readers ask for all the time it is known when that was last to a second (kept-pages.ts). */
const askedWithinMs = 1200;

/**
 * Has what editors change made anew the moment it expires, where readers are asking for it, rather than at the next one's
 * request: all of it begins at once, and nobody waits for what comes before it in a queue of readers.
 * @returns ends it
 */
export function renewAtExpiry(handle: Handler, host: string): () => void {
  const renew = async () => {
    const changedAt = lastExpiry();
    // Whoever made the change goes on first.
    await setImmediate();
    const renewed: Promise<unknown>[] = [];
    // The front page takes longest, and most people look at it.
    const expired = listExpired(Date.now() - askedWithinMs).sort(
      (a, b) => Number(b === '/') - Number(a === '/'),
    );
    for (const address of expired) {
      if (flights.size >= renewedAtMost) break;
      if (!isUrgent(address, changedAt)) continue;
      // One under way already: should it not be in time, readers will say so.
      if (!flights.has(address)) renewed.push(Promise.resolve(readPage(handle, address, host)));
    }
    await Promise.all(renewed);
  };
  return onExpiry(renew);
}
