import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { ERRORS, type Lock, type Locker, type RequestRelease, type Upload } from '@tus/server';
import { Invalid } from '#lib/site/problems.ts';

// Uploads on their way in: DATA_DIR/uploads/{id} holds what has arrived, {id}.json what is known of it. Ids are ours;
// nothing a client calls its file becomes part of a path.

const day = 24 * 60 * 60 * 1000;

/** Ids as we give them. Anything else names no upload, least of all a path. */
export const isUploadId = (id: string): boolean => /^[0-9a-f]{32}$/.test(id);

/** The disk is full, in the form that the protocol's server passes on. */
export const diskFull = {
  status_code: 507,
  body: 'Máy chủ đã hết chỗ trên đĩa nên chưa nhận được ảnh. Hãy báo người quản trị, rồi bấm Thử lại: phần đã tải lên vẫn còn.',
};

/** Whether that is what is wrong; the library of pictures says so in words only. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : '';
  return (
    code === 'ENOSPC' ||
    code === 'EDQUOT' ||
    /no space left on device|disk quota exceeded/i.test(error.message)
  );
}

async function orDiskFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDiskFull(error)) throw diskFull;
    throw error;
  }
}

/** The library's store on a disk, which tells when the disk is full, and takes no upload of unknown length. */
export class UploadStore extends FileStore {
  private constructor(directory: string) {
    super({ directory, expirationPeriodInMilliseconds: day });
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  }

  /**
   * The store in this folder, which is made if it is missing: the library would do so too, but beside its callers, so
   * that a folder that can't be made would end the whole server.
   * @throws Invalid where the disk is full
   */
  static async open(directory: string): Promise<UploadStore> {
    try {
      await mkdir(directory, { recursive: true });
    } catch (error) {
      throw isDiskFull(error) ? new Invalid(diskFull.body) : error;
    }
    return new UploadStore(directory);
  }

  override async create(file: Upload): Promise<Upload> {
    return await orDiskFull(() => super.create(file));
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    let received = 0;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        received += chunk.length;
        done(null, chunk);
      },
    });
    const file = createWriteStream(join(this.directory, id), { flags: 'r+', start: offset });
    try {
      await orDiskFull(() => pipeline(readable, count, file));
    } catch (error) {
      throw error === diskFull ? error : ERRORS.FILE_WRITE_ERROR;
    }
    return offset + received;
  }

  /** Where the bytes are. */
  pathOf(id: string): string {
    return join(this.directory, id);
  }

  async bytesOf(id: string): Promise<Buffer> {
    return await readFile(this.pathOf(id));
  }

  /** Removes what was begun, or came to its end, more than a day before `now`. */
  async removeStale(now: Date): Promise<void> {
    const ids = new Set((await readdir(this.directory)).map((name) => name.replace(/\.json$/, '')));
    for (const id of ids) {
      if (!isUploadId(id)) continue;
      const [data, note] = [this.pathOf(id), `${this.pathOf(id)}.json`];
      // A file without its note was left by a crash; its own age counts then.
      const found = (await stat(note).catch(() => null)) ?? (await stat(data).catch(() => null));
      if (!found || now.getTime() - found.mtimeMs <= day) continue;
      await rm(data, { force: true });
      await rm(note, { force: true });
    }
  }
}

/** How long a request waits for the one before it, which is asked to end as soon as another comes. */
const longestWait = 10_000;

interface Holder {
  release: RequestRelease;
  freed: Promise<void>;
}

class UploadLock implements Lock {
  readonly #id: string;
  readonly #holders: Map<string, Holder>;
  #free: () => void = () => undefined;

  constructor(id: string, holders: Map<string, Holder>) {
    this.#id = id;
    this.#holders = holders;
  }

  async lock(signal: AbortSignal, release: RequestRelease): Promise<void> {
    const tooLate = AbortSignal.any([signal, AbortSignal.timeout(longestWait)]);
    for (let holder = this.#holders.get(this.#id); holder; holder = this.#holders.get(this.#id)) {
      await holder.release();
      await untilFreed(holder.freed, tooLate);
    }
    const freed = new Promise<void>((resolve) => {
      this.#free = resolve;
    });
    this.#holders.set(this.#id, { release, freed });
  }

  async unlock(): Promise<void> {
    this.#holders.delete(this.#id);
    this.#free();
  }
}

async function untilFreed(freed: Promise<void>, tooLate: AbortSignal): Promise<void> {
  if (tooLate.aborted) throw ERRORS.ERR_LOCK_TIMEOUT;
  const late = Promise.withResolvers<never>();
  const reject = () => late.reject(ERRORS.ERR_LOCK_TIMEOUT);
  tooLate.addEventListener('abort', reject, { once: true });
  try {
    await Promise.race([freed, late.promise]);
  } finally {
    tooLate.removeEventListener('abort', reject);
  }
}

/**
 * One request at a time writes to an upload. The library's own lock asks again without pause while it waits; this one
 * sleeps until the place is free.
 */
export class UploadLocker implements Locker {
  readonly #holders = new Map<string, Holder>();

  newLock(id: string): Lock {
    return new UploadLock(id, this.#holders);
  }
}
