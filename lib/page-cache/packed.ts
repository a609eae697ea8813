import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants } from 'node:zlib';
import type { CacheHandlerValue } from 'next/dist/server/lib/incremental-cache/index.js';

type Value = NonNullable<CacheHandlerValue['value']>;
type Page = Extract<Value, { kind: 'APP_PAGE' }>;

/** A page as the store keeps it: its HTML compressed, a tenth of what it takes as a string. */
interface PackedPage {
  html: Buffer;
  page: Omit<Page, 'html' | 'rscData' | 'segmentData'>;
}

/** What the store keeps under a key: a reader's page packed, anything else as Next gave it. */
export type Packed = PackedPage | { value: Value };

const toBrotli = promisify(brotliCompress);
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
/** A page's headers, its tags and the objects around it. */
const besides = 2048;

/**
 * Packs a reader's page. What Next renders beside the HTML, for its own script to move between pages, is left out: no
 * reader has that script.
 */
export async function packPage(value: Page): Promise<Packed> {
  const { html, rscData: _, segmentData: __, ...page } = value;
  return { html: await toBrotli(Buffer.from(String(html)), quick), page };
}

/** The value again, as Next expects it. */
export function unpack(packed: Packed): Value {
  if ('value' in packed) return packed.value;
  const html = brotliDecompressSync(packed.html).toString() as unknown as Page['html'];
  return { ...packed.page, html, rscData: Buffer.alloc(0), segmentData: new Map() };
}

export function bytesOf(packed: Packed): number {
  if ('html' in packed) return packed.html.length + besides;
  const { value } = packed;
  if (value.kind === 'APP_PAGE')
    return String(value.html).length * 2 + (value.rscData?.length ?? 0) + besides;
  if (value.kind === 'APP_ROUTE') return value.body.length + besides;
  return besides;
}
