import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, capture } from './capture.ts';
import { chooseEncoding, encoded } from './encoded.ts';
import { retryAfterSeconds, unavailablePage } from './unavailable-page.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

// A CDN may answer for a few seconds by itself and go on while it asks anew; a browser always asks, and mostly hears
// "not modified". An editor's correction is out within seconds even where nobody purges the CDN.
const cacheControl = 'public, max-age=0, s-maxage=5, stale-while-revalidate=30';

const passedOn = [
  'content-type',
  'location',
  'link',
  'x-content-type-options',
  'referrer-policy',
  'x-frame-options',
];

/** When each address's page last changed, as seen from here: what Last-Modified tells. */
const changes = new Map<string, { etag: string; at: Date }>();
const changesKept = 20_000;

function lastModified(address: string, etag: string): Date {
  const known = changes.get(address);
  if (known?.etag === etag) return known.at;
  const at = new Date();
  changes.delete(address);
  changes.set(address, { etag, at });
  const [oldest] = changes.keys();
  if (changes.size > changesKept && oldest) changes.delete(oldest);
  return at;
}

function isUnchanged(
  request: { etag: string | undefined; since: string | undefined },
  etag: string,
  at: Date,
): boolean {
  // If-None-Match decides where both are sent (RFC 9110, 13.2.2).
  if (request.etag !== undefined) {
    return request.etag
      .split(',')
      .some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
  }
  const since = Date.parse(request.since ?? '');
  return !Number.isNaN(since) && Math.floor(at.getTime() / 1000) * 1000 <= since;
}

function unavailable(): Answer {
  return {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from(unavailablePage),
  };
}

/**
 * Answers a reader's GET or HEAD: the page as Next makes or keeps it, with the headers that browsers and CDNs work
 * with. A page that could not be made is a plain 503, never a stack trace.
 */
export async function servePage(
  handle: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = {
    head: request.method === 'HEAD',
    encoding: chooseEncoding(request.headers['accept-encoding']?.toString()),
    etag: request.headers['if-none-match'],
    since: request.headers['if-modified-since'],
  };
  const address = request.url ?? '/';
  let answer = await capture(handle, request, response).catch((error: unknown) => {
    console.error(error);
    return unavailable();
  });
  if (answer.status >= 500) answer = unavailable();
  const { status, headers, body } = answer;
  response.statusCode = status;
  for (const name of passedOn)
    if (headers[name] !== undefined) response.setHeader(name, headers[name] as string);
  response.setHeader('Vary', 'Accept-Encoding');
  if (status === 503) {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Retry-After', String(retryAfterSeconds));
  } else {
    response.setHeader('Cache-Control', cacheControl);
  }
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const etag = `"${hash}${asked.encoding === 'identity' ? '' : `-${asked.encoding}`}"`;
  if (status === 200) {
    const at = lastModified(address, hash);
    response.setHeader('ETag', etag);
    response.setHeader('Last-Modified', at.toUTCString());
    if (isUnchanged(asked, etag, at)) {
      response.statusCode = 304;
      response.removeHeader('Content-Type');
      response.end();
      return;
    }
  }
  const bytes = await encoded(hash, body, asked.encoding);
  if (asked.encoding !== 'identity') response.setHeader('Content-Encoding', asked.encoding);
  response.setHeader('Content-Length', bytes.length);
  response.end(asked.head ? undefined : bytes);
}
