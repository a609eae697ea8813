import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http';
import type { Source } from '#lib/page-cache/asked.ts';
import { getPage } from '#lib/page-cache/store.ts';
import type { Answer } from './capture.ts';
import type { Encoded } from './encoded.ts';

/** A page ready to be sent. */
export interface FinishedPage {
  status: number;
  headers: OutgoingHttpHeaders;
  encoded: Encoded;
  /** Changes with the body: what ETags are made of. */
  hash: string;
  changedAt: Date;
  /** When it stops being true by itself; null: never. */
  expiresAt: Date | null;
}

// A CDN may answer for a few seconds by itself and go on while it asks anew; a browser always asks, and mostly hears
// "not modified". An editor's correction is out within seconds even where nobody purges the CDN.
export const cacheControl = 'public, max-age=0, s-maxage=5, stale-while-revalidate=30';

const passedOn = [
  'content-type',
  'location',
  'link',
  'x-content-type-options',
  'referrer-policy',
  'content-security-policy',
];

/** When each address's page last changed, as seen from here: what Last-Modified tells. */
const changes = new Map<string, { hash: string; at: Date }>();
const changesKept = 20_000;

function lastChange(address: string, hash: string): Date {
  const known = changes.get(address);
  if (known?.hash === hash) return known.at;
  const at = new Date();
  changes.delete(address);
  changes.set(address, { hash, at });
  const [oldest] = changes.keys();
  if (changes.size > changesKept && oldest) changes.delete(oldest);
  return at;
}

/** Next names some headers twice on a page's first rendering. */
function once(value: OutgoingHttpHeader): OutgoingHttpHeader {
  return Array.isArray(value) ? (value[0] ?? '') : value;
}

/** For a CDN that can drop pages by what they show: Fastly and Varnish read the first name, Cloudflare the second. */
function tagHeaders(tags: readonly string[]): OutgoingHttpHeaders {
  const named = tags.filter((tag) => !tag.startsWith('_N_') && !tag.startsWith('status:'));
  return named.length > 0 ? { 'surrogate-key': named.join(' '), 'cache-tag': named.join(',') } : {};
}

/**
 * Makes what Next answered into what is sent: our headers, the body's hash, the time of its last change.
 * @param source  the stored page that it was made of, if there is one
 */
export function finishPage(
  address: string,
  { status, headers, encoded, hash }: Answer,
  source: Source | null,
): FinishedPage {
  const tags = source ? (getPage(source.key)?.tags ?? []) : [];
  const own: OutgoingHttpHeaders = {
    vary: 'Accept-Encoding',
    'cache-control': cacheControl,
    ...tagHeaders(tags),
  };
  for (const name of passedOn) {
    const value = headers[name];
    if (value !== undefined) own[name] = once(value);
  }
  const expiresAt = headers['expires'] ? new Date(String(headers['expires'])) : null;
  return { status, headers: own, hash, changedAt: lastChange(address, hash), expiresAt, encoded };
}
