import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompress,
  constants,
  createGunzip,
  gunzip,
  gzip,
} from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
const fromGzip = promisify(gunzip);
const fromBrotli = promisify(brotliDecompress);

export type Compressed = 'br' | 'gzip';
export type Encoding = Compressed | 'identity';

function choose(header: string): Encoding {
  const offers = header
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

/** What was chosen before: browsers send a handful of different headers. */
const chosen = new Map<string, Encoding>();

/** The best encoding that the client accepts, by its Accept-Encoding header. "q=0" refuses one. */
export function chooseEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const known = chosen.get(header);
  if (known) return known;
  const choice = choose(header);
  if (chosen.size < 200 && header.length < 200) chosen.set(header, choice);
  return choice;
}

/**
 * The forms that a body is kept in: plain at first, then compressed only. A large one is gzip from the beginning, and nothing
 * else.
 */
export interface Encoded extends Partial<Record<Encoding, Buffer>> {
  /** Forms being made: whoever else wants one waits for the same. */
  making?: Partial<Record<Compressed, Promise<Buffer>>>;
}

/** A body that is never held plain (see collected-body.ts). */
export const isLarge = ({ br, gzip, identity }: Encoded): boolean => !br && !identity && gzip !== undefined;

/** The encoding that a body goes to a client in; a large one has no Brotli form. */
export function encodingFor(header: string | undefined, encoded: Encoded): Encoding {
  return chooseEncoding(isLarge(encoded) ? header?.replace(/\bbr\b/gi, '') : header);
}

/** A large body's bytes as they were, piece by piece. */
export const plainStream = ({ gzip }: Encoded): Readable => Readable.from([gzip]).pipe(createGunzip());

/**
 * While somebody waits: a fiftieth of the time of the best for a fifteenth more bytes. In a window of 64 KB, as long as a
 * page, Brotli has tables that are small and soon set up: in a larger one even level 5 takes longer, for more bytes.
 */
const quickBrotli = { quality: 7, windowBits: 16 };
/** So large a body is compressed in a millisecond or two, as soon as another thread has taken it and given it back. */
const smallBytes = 64 * 1024;
/** As good as lower levels are quick. */
const gzipLevel = 9;

async function compressQuickly(body: Buffer): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quickBrotli.quality,
    [constants.BROTLI_PARAM_LGWIN]: quickBrotli.windowBits,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  return body.length <= smallBytes ? brotliCompressSync(body, { params }) : await toBrotli(body, { params });
}

/** The body as it was before it was compressed. */
async function plainBody({ identity, br, gzip: gzipped }: Encoded): Promise<Buffer> {
  if (identity) return identity;
  return gzipped ? await fromGzip(gzipped) : await fromBrotli(br ?? Buffer.alloc(0));
}

async function compress(encoded: Encoded, encoding: Compressed): Promise<Buffer> {
  const plain = await plainBody(encoded);
  if (encoding === 'br') return await compressQuickly(plain);
  return await toGzip(plain, { level: gzipLevel });
}

/** A body's bytes in an encoding; the first to ask for it may have to wait a moment. */
export async function encodedBody(encoded: Encoded, encoding: Encoding): Promise<Buffer> {
  const ready = encoded[encoding];
  if (ready) return ready;
  if (encoding === 'identity') return await plainBody(encoded);
  encoded.making ??= {};
  encoded.making[encoding] ??= compress(encoded, encoding);
  const made = await encoded.making[encoding];
  encoded[encoding] ??= made;
  return encoded[encoding];
}

export function encodedBytes({ br, gzip, identity }: Encoded): number {
  return (br?.length ?? 0) + (gzip?.length ?? 0) + (identity?.length ?? 0);
}
