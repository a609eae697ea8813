import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Encoding } from './encoded.ts';
import { type FinishedPage, sentHeaders } from './finished-page.ts';
import { counts } from './metrics.ts';

/** Whether the client has this very answer already. */
export function isUnchanged(
  headers: IncomingHttpHeaders,
  { hash, changedAt, isDateSure }: FinishedPage,
): boolean {
  const { 'if-none-match': known, 'if-modified-since': since } = headers;
  // If-None-Match decides where both are sent (RFC 9110, 13.2.2). The tag of any form of the page will do.
  if (known !== undefined) {
    return known.split(',').some((one) => one.trim() === '*' || one.includes(`"${hash}`));
  }
  // The header has no fractions of a second.
  return isDateSure && Math.floor(changedAt.getTime() / 1000) * 1000 <= Date.parse(since ?? '');
}

/** Sends an answer's bytes in an encoding, or says that the client has them. */
export function sendFinished(
  page: FinishedPage,
  encoding: Encoding,
  bytes: Buffer,
  { headers, method }: IncomingMessage,
  response: ServerResponse,
): void {
  const sent = sentHeaders(page, encoding, bytes.length);
  if (page.status === 200 && isUnchanged(headers, page)) {
    counts.unchanged++;
    // Of what has not changed nothing is said that the client has.
    const { 'content-type': _, 'content-encoding': __, 'content-length': ___, ...unchanged } = sent;
    response.writeHead(304, unchanged).end();
    return;
  }
  response.writeHead(page.status, sent).end(method === 'HEAD' ? undefined : bytes);
}
