import { createHash } from 'node:crypto';
import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http';
import type { Answer } from './capture.ts';
import type { Encodable } from './encoded.ts';

/** A page ready to be sent. */
export interface FinishedPage extends Encodable {
  status: number;
  headers: OutgoingHttpHeaders;
  /** Changes with the body: what ETags are made of. */
  hash: string;
  changedAt: Date;
}

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

/** Makes what Next answered into what is sent: our headers, the body's hash, the time of its last change. */
export function finishPage(address: string, { status, headers, body }: Answer): FinishedPage {
  const own: OutgoingHttpHeaders = { vary: 'Accept-Encoding', 'cache-control': cacheControl };
  for (const name of passedOn) {
    const value = headers[name];
    if (value !== undefined) own[name] = once(value);
  }
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { status, headers: own, body, hash, changedAt: lastChange(address, hash), encoded: {} };
}
