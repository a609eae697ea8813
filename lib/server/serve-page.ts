import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { withSource } from '#lib/page-cache/asked.ts';
import { capture } from './capture.ts';
import { chooseEncoding, encodedBody } from './encoded.ts';
import { type FinishedPage, finishPage } from './finished-page.ts';
import { getKept, keep, pageAddress } from './kept-pages.ts';
import { badAddressPage, retryAfterSeconds, unavailablePage } from './plain-pages.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function plain(status: number, body: Buffer, headers = {}): FinishedPage {
  const own = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers };
  return { status, headers: own, body, hash: String(status), changedAt: new Date(0), encoded: {} };
}

const badAddress = plain(400, badAddressPage);
const unavailable = plain(503, unavailablePage, { 'retry-after': String(retryAfterSeconds) });

function isWellFormed(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The page at an address: kept from before, or as Next makes it now. One that can't be made is a plain 503. */
async function readPage(
  handle: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<FinishedPage> {
  const address = pageAddress(request.url ?? '/');
  const known = getKept(address);
  if (known) return known;
  // A query may hold anything: a lone "%" in it is text. In a path it is a mistake.
  if (!isWellFormed(address.split('?')[0] ?? '')) return badAddress;
  request.url = address;
  try {
    const { result: answer, source } = await withSource(() => capture(handle, request, response));
    if (answer.status >= 500) return unavailable;
    const page = finishPage(address, answer);
    if (source) keep(address, page, source);
    return page;
  } catch (error) {
    console.error(error);
    return unavailable;
  }
}

function isUnchanged(headers: IncomingHttpHeaders, etag: string, changedAt: Date): boolean {
  const { 'if-none-match': known, 'if-modified-since': since } = headers;
  // If-None-Match decides where both are sent (RFC 9110, 13.2.2).
  if (known !== undefined) {
    return known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
  }
  // The header has no fractions of a second.
  return Math.floor(changedAt.getTime() / 1000) * 1000 <= Date.parse(since ?? '');
}

/** Answers a reader's GET or HEAD with the page, as the browser or CDN can take it and need not if it has it. */
export async function servePage(
  handle: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Next is asked plainly, and its way of asking changes the request: what the client wants is read first.
  const isHead = request.method === 'HEAD';
  const wanted = { ...request.headers };
  const page = await readPage(handle, request, response);
  const encoding = chooseEncoding(wanted['accept-encoding']?.toString());
  const sent = { ...page.headers };
  if (page.status === 200) {
    const etag = `"${page.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    sent['etag'] = etag;
    sent['last-modified'] = page.changedAt.toUTCString();
    if (isUnchanged(wanted, etag, page.changedAt)) {
      delete sent['content-type'];
      response.writeHead(304, sent).end();
      return;
    }
  }
  const bytes = await encodedBody(page, encoding);
  if (encoding !== 'identity') sent['content-encoding'] = encoding;
  sent['content-length'] = bytes.length;
  response.writeHead(page.status, sent).end(isHead ? undefined : bytes);
}
