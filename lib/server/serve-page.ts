import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { atMost } from '#lib/media/at-most.ts';
import { withSource } from '#lib/page-cache/asked.ts';
import { lastExpiry, lastExpiryOf, moment, onExpiry } from '#lib/page-cache/store.ts';
import { articleTag } from '#lib/page-cache/tags.ts';
import { withAside } from '#lib/site/set-aside.ts';
import { type Answer, askNext, type Handler } from './capture.ts';
import { encodedBody, encodingFor, isLarge, plainStream } from './encoded.ts';
import { cacheControl, type FinishedPage, finishPage, hasStood, sentHeaders } from './finished-page.ts';
import { Flights } from './flights.ts';
import { getKept, keep, keepForm, listExpired, pageAddress } from './kept-pages.ts';
import { counts } from './metrics.ts';
import { findMoved, mayLeadOn } from './moved.ts';
import { badAddressPage, retryAfterSeconds, unavailablePage } from './plain-pages.ts';
import { isUnchanged, sendFinished } from './send-finished.ts';
import { isTagged, keepTagged } from './tagged-pages.ts';
import { inTurn } from './turns.ts';

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
/** Longer than any page is being made (the database's own limit, lib/db.ts, is 15). */
const longestMakingMs = 20_000;
const tries = 4;

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

/** Asks Next for a page whose HTML is set aside meanwhile; should it not have been put back, once more without that. */
async function askWhole(handle: Handler, address: string, host: string): Promise<Answer> {
  const { result, isMissing } = await withAside(() => askNext(handle, address, host));
  return isMissing ? await askNext(handle, address, host) : result;
}

/**
 * Next has one making of a page serve all who ask for it meanwhile, whatever has expired since that began. Who joined one
 * has no source of their own; soon after an expiry such an answer is not taken, and asked for again.
 * @param isSecond  whether another making of the page is under way
 */
async function askTruly(handle: Handler, address: string, host: string, isSecond: boolean) {
  for (let attempt = 1; ; attempt++) {
    const began = moment();
    const made = await withSource(() => askWhole(handle, address, host));
    made.source ??= keepTagged(address, made.result, began);
    const hasJoined = made.source === null && (made.hasMissed || isSecond) && made.result.status < 300;
    const mayBeOld = hasJoined && Date.now() - lastExpiry() < longestMakingMs;
    if (!mayBeOld || attempt === tries) return made;
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

async function make(
  handle: Handler,
  address: string,
  host: string,
  isSecond: boolean,
): Promise<FinishedPage> {
  try {
    const ask = () => askTruly(handle, address, host, isSecond);
    const made = await (isTagged(address) ? forMachines(ask) : inTurn(isUrgent(address), ask));
    if (!made || made.result.status >= 500) return unavailable;
    const { result: answer, source } = made;
    const page = finishPage(address, answer, source);
    if (source) keep(address, page, source);
    return page;
  } catch (error) {
    console.error(error);
    return unavailable;
  } finally {
    lastMadeAt = Date.now();
  }
}

/** The page at an address: kept from before, or as Next makes it now. One that can't be made is a plain 503. */
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
  if (flights.size >= makingAtMost) return unavailable;
  counts.misses++;
  const isSecond = flights.has(address);
  return flights.begin(address, () => make(handle, address, host, isSecond));
}

/** So many pages are renewed at a time; the others when they are asked for. */
const renewedAtMost = 16;
/** Of a page that readers ask for all the time it is known when that was last to a second (kept-pages.ts). */
const askedWithinMs = 1200;

/**
 * Has what editors change made anew the moment it expires, where readers are asking for it, rather than at the next one's
 * request: all of it begins at once, and nobody waits for what comes before it in a queue of readers.
 * @returns ends it
 */
export function renewAtExpiry(handle: Handler, host: string): () => void {
  const renew = () => {
    const changedAt = lastExpiry();
    for (const address of listExpired(Date.now() - askedWithinMs)) {
      if (flights.size >= renewedAtMost) return;
      if (!isUrgent(address, changedAt)) continue;
      // One under way already: should it not be in time, readers will say so.
      if (!flights.has(address)) void readPage(handle, address, host);
    }
  };
  // Whoever made the change goes on first.
  return onExpiry(() => void setImmediate(renew));
}

/** Whether the address is an old one whose query says where it leads; then the reader has been sent there. */
async function ledOn(url: string, response: ServerResponse): Promise<boolean> {
  const to = await findMoved(url);
  if (to === null) return false;
  const headers = { location: encodeURI(to), 'cache-control': cacheControl, 'content-length': 0 };
  response.writeHead(308, headers).end();
  return true;
}

/** Sends a large body, piece by piece, to a client that takes it plain only. */
async function sendPlain(
  page: FinishedPage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { 'content-length': _, ...headers } = sentHeaders(page, 'identity', 0);
  if (isUnchanged(request.headers, page)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(page.status, headers);
  if (request.method === 'HEAD') response.end();
  // A client may hang up half-way.
  else await pipeline(plainStream(page.encoded), response).catch(() => {});
}

/** Answers a reader's GET or HEAD with the page, as the browser or CDN can take it and need not if it has it. */
export async function servePage(
  handle: Handler,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { url = '/', headers } = request;
  const made = readPage(handle, url, host);
  const page = made instanceof Promise ? await made : made;
  if (mayLeadOn(url, page) && (await ledOn(url, response))) return;
  if (page === unavailable) counts.unavailable++;
  const encoding = encodingFor(headers['accept-encoding']?.toString(), page.encoded);
  if (encoding === 'identity' && isLarge(page.encoded)) return await sendPlain(page, request, response);
  const bytes = page.encoded[encoding] ?? (await encodedBody(page.encoded, encoding));
  if (encoding === 'gzip') keepForm(pageAddress(url), page, encoding, bytes);
  sendFinished(page, encoding, bytes, request, response);
}
