/** What a bounded map keeps: anything that knows how much memory it takes, and is told whether it is kept. */
interface Sized {
  bytes: number;
  isKept: boolean;
}

/** A map bounded by bytes; what was used longest ago makes room. */
export class LruMap<T extends Sized> {
  readonly #entries = new Map<string, T>();
  #bytes = 0;
  #limit: number;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  set limit(bytes: number) {
    this.#limit = bytes;
    this.#makeRoom();
  }

  /** Asking makes it the last to be dropped. */
  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Without making it the last to be dropped. */
  peek(key: string): T | undefined {
    return this.#entries.get(key);
  }

  set(key: string, entry: T): void {
    this.delete(key);
    this.#entries.set(key, entry);
    entry.isKept = true;
    this.#bytes += entry.bytes;
    this.#makeRoom();
  }

  /** An entry has become larger or smaller. */
  resize(key: string, entry: T, bytes: number): void {
    if (this.#entries.get(key) !== entry) return;
    this.#bytes += bytes - entry.bytes;
    entry.bytes = bytes;
    this.#makeRoom();
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    entry.isKept = false;
    this.#bytes -= entry.bytes;
  }

  entries(): IterableIterator<[string, T]> {
    return this.#entries.entries();
  }

  #makeRoom(): void {
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.delete(oldest);
    }
  }
}
