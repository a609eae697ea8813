import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Handler } from './capture.ts';
import { encodedBody, encodingFor, isLarge, plainStream } from './encoded.ts';
import { cacheControl, type FinishedPage, sentHeaders } from './finished-page.ts';
import { keepForm, pageAddress } from './kept-pages.ts';
import { counts } from './metrics.ts';
import { findMoved, mayLeadOn } from './moved.ts';
import { readPage, unavailable } from './read-page.ts';
import { isUnchanged, sendFinished } from './send-finished.ts';

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
