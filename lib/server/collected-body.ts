import { createHash } from 'node:crypto';
import { createGzip, type Gzip } from 'node:zlib';
import type { Encoded } from './encoded.ts';

/** Beyond this a body is never held whole as it came: the sitemap of a month may have 10 MB, and 600 KB compressed. */
const largeBytes = 1024 * 1024;

/** A body, and what changes with it. */
export interface Collected {
  encoded: Encoded;
  hash: string;
}

/** Takes a body piece by piece; a large one is compressed on the way. */
export class BodyCollector {
  readonly #hash = createHash('sha256');
  readonly #drained: () => void;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #gzip: Gzip | null = null;

  /** @param drained  called when a collector that could take no more can again */
  constructor(drained: () => void) {
    this.#drained = drained;
  }

  /** @returns false where the next piece should wait until `drained` is called */
  write(chunk: Buffer): boolean {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    if (this.#gzip) return this.#gzip.write(chunk);
    this.#chunks.push(chunk);
    return this.#bytes <= largeBytes || this.#begin();
  }

  #begin(): boolean {
    const gzip = createGzip({ level: 6 });
    const plain = this.#chunks;
    this.#chunks = [];
    gzip.on('data', (chunk: Buffer) => this.#chunks.push(chunk)).on('drain', this.#drained);
    this.#gzip = gzip;
    return gzip.write(Buffer.concat(plain));
  }

  async end(): Promise<Collected> {
    const gzip = this.#gzip;
    if (gzip) {
      const compressed = new Promise((done, fail) => gzip.on('end', done).on('error', fail));
      gzip.end();
      await compressed;
    }
    const body = Buffer.concat(this.#chunks);
    const hash = this.#hash.digest('base64url').slice(0, 22);
    return { hash, encoded: gzip ? { gzip: body } : { identity: body } };
  }
}

/** A body that is there whole. */
export async function collect(body: Buffer): Promise<Collected> {
  const collector = new BodyCollector(() => {});
  collector.write(body);
  return await collector.end();
}
