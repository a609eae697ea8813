import type { Handler } from './capture.ts';
import { type Compressed, encodedBody, isLarge } from './encoded.ts';
import type { Wire } from './finished-page.ts';
import { keepForm, pageAddress } from './kept-pages.ts';
import { counts } from './metrics.ts';
import { mayLeadOn } from './moved.ts';
import { readPage, unavailable } from './read-page.ts';
import { prepareWire } from './wire.ts';

/**
 * The page at an address in one piece, made if need be.
 * @returns null: one that has to be sent in another way
 */
export async function readWire(
  handle: Handler,
  url: string,
  host: string,
  encoding: Compressed,
): Promise<Wire | null> {
  const page = await readPage(handle, url, host);
  if (mayLeadOn(url, page) || (encoding === 'br' && isLarge(page.encoded))) return null;
  if (page === unavailable) counts.unavailable++;
  const bytes = await encodedBody(page.encoded, encoding);
  if (encoding === 'gzip') keepForm(pageAddress(url), page, encoding, bytes);
  if (!page.wires?.[encoding]) prepareWire(page, encoding, bytes);
  return page.wires?.[encoding] ?? null;
}
