import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http';
import { sharedHeaders } from '#lib/page-cache/shared-headers.ts';
import type { Answer } from './capture.ts';
import type { Encoded, Encoding } from './encoded.ts';

/** An answer as it goes over the wire, head and body in one piece. */
export interface Wire {
  bytes: Buffer;
  /** Where in it the date stands, and of which second it is. */
  dateAt: number;
  second: number;
}

/** A page ready to be sent. */
export interface FinishedPage {
  status: number;
  headers: Readonly<OutgoingHttpHeaders>;
  /** Of what it shows, where it is kept: the very list that the store has. */
  tags: readonly string[];
  encoded: Encoded;
  /** Changes with the body: what ETags are made of. */
  hash: string;
  changedAt: Date;
  /** When it stops being true by itself; null: never. */
  expiresAt: Date | null;
  /** False where it changed twice within a second, which the dates of HTTP can't tell apart. */
  isDateSure: boolean;
  /** Whole answers, once they are made. */
  wires?: Partial<Record<Encoding, Wire>>;
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

interface Change {
  status: number;
  hash: string;
  at: Date;
  isSure: boolean;
}

/** When each address's page last changed, as seen from here: what Last-Modified tells. */
const changes = new Map<string, Change>();
const changesKept = 20_000;

const secondOf = (date: Date): number => Math.floor(date.getTime() / 1000);

/** Whether a page has stood at the address of late. */
export const hasStood = (address: string): boolean => changes.get(address)?.status === 200;

function lastChange(address: string, status: number, hash: string): Change {
  const known = changes.get(address);
  if (known?.hash === hash) return known;
  const at = new Date();
  const change = { status, hash, at, isSure: known === undefined || secondOf(known.at) < secondOf(at) };
  changes.delete(address);
  changes.set(address, change);
  const [oldest] = changes.keys();
  if (changes.size > changesKept && oldest) changes.delete(oldest);
  return change;
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
 * @param tags  of what it shows; the very list that the store has, where it is kept
 */
export function finishPage(
  address: string,
  { status, headers, encoded, hash }: Answer,
  tags: readonly string[],
): FinishedPage {
  const own: OutgoingHttpHeaders = {
    vary: 'Accept-Encoding',
    'cache-control': cacheControl,
  };
  for (const name of passedOn) {
    const value = headers[name];
    if (value !== undefined) own[name] = once(value);
  }
  const expiresAt = headers['expires'] ? new Date(String(headers['expires'])) : null;
  const { at: changedAt, isSure: isDateSure } = lastChange(address, status, hash);
  return { status, headers: sharedHeaders(own), tags, hash, changedAt, expiresAt, isDateSure, encoded };
}

/**
 * The headers that a page is sent with in an encoding. The same ETag is the same page in the same encoding, however well
 * compressed; parts of it (Range) are not served.
 */
export function sentHeaders(page: FinishedPage, encoding: Encoding, length: number): OutgoingHttpHeaders {
  return {
    ...page.headers,
    ...tagHeaders(page.tags),
    ...(page.status === 200 && {
      etag: `"${page.hash}-${encoding}"`,
      'last-modified': page.changedAt.toUTCString(),
    }),
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    'content-length': length,
  };
}
