import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

type Encoding = 'br' | 'gzip' | 'identity';

const kept = new Map<string, Buffer>();
const keptCount = 1000;

/** The best encoding that the client accepts, by its Accept-Encoding header. "q=0" refuses one. */
export function chooseEncoding(header: string | undefined): Encoding {
  const offers = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/));
  const accepts = (name: string) => {
    const offer = offers.find(([coding]) => coding === name);
    return offer !== undefined && !offer.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  };
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}

/** The page's bytes in an encoding; compressed once for as long as it is among the last thousand asked for. */
export async function encoded(etag: string, body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return body;
  const key = `${encoding} ${etag}`;
  const known = kept.get(key);
  if (known) return known;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const bytes = encoding === 'br' ? await toBrotli(body, quality) : await toGzip(body);
  kept.set(key, bytes);
  const [oldest] = kept.keys();
  if (kept.size > keptCount && oldest) kept.delete(oldest);
  return bytes;
}
