import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { withSource } from '#lib/page-cache/asked.ts';
import { askNext, type Handler } from './capture.ts';
import { chooseEncoding, type Encoding, encodedBody, isLarge, plainStream } from './encoded.ts';
import { cacheControl, type FinishedPage, finishPage } from './finished-page.ts';
import { Flights } from './flights.ts';
import { getKept, keep, pageAddress } from './kept-pages.ts';
import { counts } from './metrics.ts';
import { findMoved } from './moved.ts';
import { badAddressPage, retryAfterSeconds, unavailablePage } from './plain-pages.ts';
import { beginTagged, keepTagged } from './tagged-pages.ts';

function plain(status: number, body: Buffer, headers = {}): FinishedPage {
  const own = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers };
  const never = { changedAt: new Date(0), expiresAt: null };
  return { status, headers: own, hash: String(status), ...never, encoded: { identity: body } };
}

const badAddress = plain(400, badAddressPage);
const unavailable = plain(503, unavailablePage, { 'retry-after': String(retryAfterSeconds) });

/** Longer than any address of ours. */
const longestAddress = 4000;
/**
 * Pages made at a time, and the least number of those waiting at which another is turned away: more would only make all
 * of them late, while pages that are ready go on being sent.
 */
const makingAtOnce = 64;

const flights = new Flights<FinishedPage>();

/** Steps up or nowhere ("/../", "/%2e/"): browsers and crawlers resolve them before they ask, and Next would after us. */
const dotSegment = /[/\\](\.|%2e){1,2}([/\\]|$)/i;

function isAddress(address: string): boolean {
  try {
    decodeURIComponent(address);
    return address.length <= longestAddress && !dotSegment.test(address);
  } catch {
    return false;
  }
}

async function make(handle: Handler, address: string, host: string): Promise<FinishedPage> {
  try {
    beginTagged(address);
    const asked = await withSource(() => askNext(handle, address, host));
    const answer = asked.result;
    if (answer.status >= 500) return unavailable;
    const source = asked.source ?? keepTagged(address, answer);
    const page = finishPage(address, answer, source);
    if (source) keep(address, page, source);
    return page;
  } catch (error) {
    console.error(error);
    return unavailable;
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
  if (flights.size >= makingAtOnce) return unavailable;
  counts.misses++;
  return flights.begin(address, () => make(handle, address, host));
}

function isUnchanged(headers: IncomingHttpHeaders, hash: string, changedAt: Date): boolean {
  const { 'if-none-match': known, 'if-modified-since': since } = headers;
  // If-None-Match decides where both are sent (RFC 9110, 13.2.2). The tag of any form of the page will do.
  if (known !== undefined) {
    return known.split(',').some((one) => one.trim() === '*' || one.includes(`"${hash}`));
  }
  // The header has no fractions of a second.
  return Math.floor(changedAt.getTime() / 1000) * 1000 <= Date.parse(since ?? '');
}

/** Whether the address is an old one whose query says where it leads; then the reader has been sent there. */
async function ledOn(url: string, response: ServerResponse): Promise<boolean> {
  const to = await findMoved(url);
  if (to === null) return false;
  const headers = { location: encodeURI(to), 'cache-control': cacheControl, 'content-length': 0 };
  response.writeHead(308, headers).end();
  return true;
}

/** Sends the body as the client takes it; a large one, to a client that takes it plain only, piece by piece. */
async function sendBody(
  page: FinishedPage,
  encoding: Encoding,
  headers: OutgoingHttpHeaders,
  isHead: boolean,
  response: ServerResponse,
): Promise<void> {
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  const ready = page.encoded[encoding];
  if (!ready && isLarge(page.encoded)) {
    response.writeHead(page.status, headers);
    if (isHead) response.end();
    // A client may hang up half-way.
    else await pipeline(plainStream(page.encoded), response).catch(() => {});
    return;
  }
  const bytes = ready ?? (await encodedBody(page.encoded, encoding));
  headers['content-length'] = bytes.length;
  response.writeHead(page.status, headers).end(isHead ? undefined : bytes);
}

/** Answers a reader's GET or HEAD with the page, as the browser or CDN can take it and need not if it has it. */
export async function servePage(
  handle: Handler,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const made = readPage(handle, request.url ?? '/', host);
  const page = made instanceof Promise ? await made : made;
  if (page.status !== 200 && (await ledOn(request.url ?? '/', response))) return;
  if (page === unavailable) counts.unavailable++;
  const { headers } = request;
  const encoding = chooseEncoding(headers['accept-encoding']?.toString(), page.encoded);
  const sent = { ...page.headers };
  if (page.status === 200) {
    // The same tag is the same page in the same encoding, however well compressed; parts of it (Range) are not served.
    sent['etag'] = `"${page.hash}-${encoding}"`;
    sent['last-modified'] = page.changedAt.toUTCString();
    if (isUnchanged(headers, page.hash, page.changedAt)) {
      counts.unchanged++;
      delete sent['content-type'];
      response.writeHead(304, sent).end();
      return;
    }
  }
  await sendBody(page, encoding, sent, request.method === 'HEAD', response);
}
