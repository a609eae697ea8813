import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, capture } from './capture.ts';
import { chooseEncoding, encoded } from './encoded.ts';
import { badAddressPage, retryAfterSeconds, unavailablePage } from './plain-pages.ts';

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
  'content-security-policy',
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

function plain(status: number, body: Buffer): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

function isWellFormed(address: string): boolean {
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
}

async function readAnswer(
  handle: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer> {
  // A query may hold anything: a lone "%" in it is text. In a path it is a mistake.
  if (!isWellFormed((request.url ?? '/').split('?')[0] ?? '')) return plain(400, badAddressPage);
  const answer = await capture(handle, request, response).catch((error: unknown) => {
    console.error(error);
    return plain(503, unavailablePage);
  });
  return answer.status >= 500 ? plain(503, unavailablePage) : answer;
}

/** Next names some headers twice on a page's first rendering. */
function once(value: Answer['headers'][string]): string | number | string[] {
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
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
  const { status, headers, body } = await readAnswer(handle, request, response);
  response.statusCode = status;
  for (const name of passedOn) {
    if (headers[name] !== undefined) response.setHeader(name, once(headers[name]));
  }
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
