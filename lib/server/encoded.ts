import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

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

/** A body, and the forms of it that were asked for so far. */
export interface Encodable {
  body: Buffer;
  encoded: Partial<Record<Encoding, Buffer>>;
}

async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return await toGzip(body);
  if (encoding === 'br') return await toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return body;
}

/** A page's bytes in an encoding, compressed once for as long as the page is kept. */
export async function encodedBody(page: Encodable, encoding: Encoding): Promise<Buffer> {
  page.encoded[encoding] ??= await compress(page.body, encoding);
  return page.encoded[encoding];
}
