import { createHmac, randomBytes } from 'node:crypto';

// Whether somebody comes again, without keeping who came: addresses are mixed with a secret that nobody ever sees and
// that is thrown away with all that was counted under it, every half hour; what stays of an address is a few bits among
// those of all others. Memory is bounded whoever sends whatever; with many readers it says rather too often "again".

const windowMs = 30 * 60_000;
const seenBits = 2 ** 23;
const cells = 2 ** 19;
const hashesOfSeen = 6;

/** Reads that count, in half an hour. A mobile operator has thousands of readers behind one address. */
export const most = {
  /** Of one article by one address with one browser. */
  perReader: 1,
  /** Of one article by one address, with whatever browsers. */
  perAddressAndArticle: 20,
  perAddress: 600,
};

/** Readers of half an hour. */
export class Seldom {
  #secret = randomBytes(32);
  #since: number;
  readonly #seen = new Uint8Array(seenBits / 8);
  readonly #counts = new Uint16Array(cells);

  constructor(now: number) {
    this.#since = now;
  }

  /** Whether a read counts: the first of this article by this reader, and not one of a flood. */
  counts(article: number, address: string, agent: string, now: number): boolean {
    if (now - this.#since >= windowMs || now < this.#since) this.#forget(now);
    if (this.#isAgain(`${article} ${address} ${agent}`)) return false;
    // Both are counted, also where the first says no.
    const ofArticle = this.#countOf(`${article} ${address}`);
    const ofAll = this.#countOf(address);
    return ofArticle <= most.perAddressAndArticle && ofAll <= most.perAddress;
  }

  #forget(now: number): void {
    this.#secret = randomBytes(32);
    this.#since = now;
    this.#seen.fill(0);
    this.#counts.fill(0);
  }

  #hash(text: string): Buffer {
    return createHmac('sha256', this.#secret).update(text).digest();
  }

  /** A Bloom filter. */
  #isAgain(text: string): boolean {
    const hash = this.#hash(text);
    let known = true;
    for (let n = 0; n < hashesOfSeen; n++) {
      const at = hash.readUInt32LE(n * 4) % seenBits;
      const bit = 1 << (at & 7);
      if (!((this.#seen[at >> 3] ?? 0) & bit)) known = false;
      this.#seen[at >> 3] = (this.#seen[at >> 3] ?? 0) | bit;
    }
    return known;
  }

  /** A count-min sketch: how often this came, with now; never too few, rarely too many. */
  #countOf(text: string): number {
    const hash = this.#hash(text);
    let least = Number.POSITIVE_INFINITY;
    for (let n = 0; n < 3; n++) {
      const at = hash.readUInt32LE(n * 4) % cells;
      const count = Math.min(65_535, (this.#counts[at] ?? 0) + 1);
      this.#counts[at] = count;
      least = Math.min(least, count);
    }
    return least;
  }
}
