import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createGunzip, gunzip, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
const fromGzip = promisify(gunzip);

export type Encoding = 'br' | 'gzip' | 'identity';

/**
 * The best encoding that the client accepts, by its Accept-Encoding header. "q=0" refuses one.
 * @param encoded  the body; a large one has no Brotli form
 */
export function chooseEncoding(header: string | undefined, encoded: Encoded): Encoding {
  const offers = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/));
  const accepts = (name: string) => {
    const offer = offers.find(([coding]) => coding === name);
    return offer !== undefined && !offer.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  };
  if (accepts('br') && !isLarge(encoded)) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}

/**
 * The forms that a body is kept in: plain at first, then compressed only (see `compressBody`). A large one is gzip from the
 * beginning, and nothing else.
 */
export type Encoded = Partial<Record<Encoding, Buffer>>;

/** A body that is never held plain (see collected-body.ts). */
export const isLarge = ({ br, gzip, identity }: Encoded): boolean => !br && !identity && gzip !== undefined;

/** A large body's bytes as they were, piece by piece. */
export const plainStream = ({ gzip }: Encoded): Readable => Readable.from([gzip]).pipe(createGunzip());

/** While somebody waits: a tenth of the time of the best for a sixth more bytes. */
const quickly = { br: 4, gzip: 6 };
/** Once for as long as the page is kept, with nobody waiting. */
const best = { br: 11, gzip: 9 };

async function compress(body: Buffer, encoding: 'br' | 'gzip', quality: typeof best): Promise<Buffer> {
  if (encoding === 'gzip') return await toGzip(body, { level: quality.gzip });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: quality.br, [BROTLI_PARAM_SIZE_HINT]: body.length };
  return await toBrotli(body, { params });
}

/** The body as it was before it was compressed. */
async function plainBody(encoded: Encoded): Promise<Buffer> {
  return encoded.identity ?? (await fromGzip(encoded.gzip ?? Buffer.alloc(0)));
}

/** A body's bytes in an encoding; the first to ask for it may have to wait a moment. */
export async function encodedBody(encoded: Encoded, encoding: Encoding): Promise<Buffer> {
  const ready = encoded[encoding];
  if (ready) return ready;
  const plain = await plainBody(encoded);
  if (encoding === 'identity') return plain;
  const made = await compress(plain, encoding, quickly);
  encoded[encoding] ??= made;
  return made;
}

/** Compresses a body as well as it can be, and lets its plain form go: hardly anybody asks for that. */
export async function compressBody(encoded: Encoded): Promise<void> {
  if (isLarge(encoded)) return;
  const plain = await plainBody(encoded);
  encoded.br = await compress(plain, 'br', best);
  encoded.gzip = await compress(plain, 'gzip', best);
  delete encoded.identity;
}

export function encodedBytes(encoded: Encoded): number {
  return Object.values(encoded).reduce((sum, form) => sum + form.length, 0);
}
