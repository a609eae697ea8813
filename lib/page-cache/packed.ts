import { brotliDecompressSync } from 'node:zlib';
import type { CacheHandlerValue } from 'next/dist/server/lib/incremental-cache/index.js';
import { ownBytes } from './own-bytes.ts';
import { sharedHeaders } from './shared-headers.ts';

type Value = NonNullable<CacheHandlerValue['value']>;
type Page = Extract<Value, { kind: 'APP_PAGE' }>;

/** A page as the store keeps it: its HTML in UTF-8, or compressed, which is a quarter of that. */
interface PackedPage {
  html: Buffer;
  isBrotli: boolean;
  page: Omit<Page, 'html' | 'rscData' | 'segmentData'>;
}

/** What the store keeps under a key: a reader's page packed, anything else as Next gave it. */
export type Packed = PackedPage | { value: Value };

/** The header in which Next gives a page's tags. */
export const tagsHeader = 'x-next-cache-tags';

/** A page's headers, its tags and the objects around it. */
const besides = 2048;

/**
 * Packs a reader's page. What Next renders beside the HTML, for its own script to move between pages, is left out: no
 * reader has that script. So is Next's list of the page's tags, which the store keeps.
 */
export function packPage(value: Page): Packed {
  const { html, rscData: _, segmentData: __, ...page } = value;
  const { [tagsHeader]: ___, ...headers } = page.headers ?? {};
  page.headers = sharedHeaders(headers);
  return { html: ownBytes(Buffer.from(String(html))), isBrotli: false, page };
}

/** The value again, as Next expects it. */
export function unpack(packed: Packed): Value {
  if ('value' in packed) return packed.value;
  const plain = packed.isBrotli ? brotliDecompressSync(packed.html) : packed.html;
  const html = plain.toString() as unknown as Page['html'];
  const headers = { ...packed.page.headers };
  return { ...packed.page, headers, html, rscData: Buffer.alloc(0), segmentData: new Map() };
}

export function bytesOf(packed: Packed): number {
  if ('html' in packed) return packed.html.length + besides;
  const { value } = packed;
  if (value.kind === 'APP_PAGE')
    return String(value.html).length * 2 + (value.rscData?.length ?? 0) + besides;
  if (value.kind === 'APP_ROUTE') return value.body.length + besides;
  return besides;
}

/** A page's bytes were read as a part of a whole file's: from here on they are its own, and the file can be let go. */
export function detach(made: unknown): void {
  const packed = packedOf(made);
  if (packed && 'html' in packed) packed.html = ownBytes(packed.html);
}

function packedOf(made: unknown): Packed | null {
  return typeof made === 'object' && made !== null && 'packed' in made ? (made.packed as Packed) : null;
}

/**
 * Has a stored page keep its HTML in the compressed form that whoever sends it has made of it anyway.
 * @param made  what the store has under the page's key
 * @param plain  what was compressed; another text than the page's own is not taken. Left out: a better form of what was taken
 * @returns the bytes that it takes then, or null where nothing has changed
 */
export function takeBrotli(made: unknown, plain: Buffer | undefined, brotli: Buffer): number | null {
  const packed = packedOf(made);
  if (!packed || !('html' in packed) || (!packed.isBrotli && !(plain && packed.html.equals(plain))))
    return null;
  packed.html = brotli;
  packed.isBrotli = true;
  return bytesOf(packed);
}
