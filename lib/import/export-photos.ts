import { constants, copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { db } from '#lib/db.ts';
import type { PictureFolders } from '#lib/media/picture-folders.ts';
import { originalPath } from '#lib/media/store-picture.ts';
import { StartProblem } from '#lib/server/problem.ts';

/** A picture's name as a file's, on every system: what some of them forbid becomes "-". */
function fileName(name: string, key: string): string {
  const safe = name.replace(/[<>:"/\\|?*]/g, '-').replace(/^[.\s]+|[.\s]+$/g, '');
  return safe.length > 120 || safe === '' ? `${key}${/\.\w{1,5}$/.exec(safe)?.[0] ?? ''}` : safe;
}

interface PictureFile {
  key: string;
  originalName: string;
  originalType: string;
}

/** Copies the originals of an export's pictures, each once. */
export class ExportedPhotos {
  readonly #dir: string;
  readonly #folders: PictureFolders;
  readonly #files = new Map<string, string>();
  readonly #names = new Map<string, number>();

  /** @param dir  the export's folder; the photos go into photos/ below it */
  constructor(dir: string, folders: PictureFolders) {
    this.#dir = dir;
    this.#folders = folders;
  }

  get count(): number {
    return new Set(this.#files.values()).size;
  }

  /** A picture's file, relative to an article's. Asked only after `copy`. */
  fileOf(key: string): string {
    const file = this.#files.get(key);
    if (file === undefined) throw new Error(`the picture ${key} was not copied`);
    return `../${file}`;
  }

  /** photos/a.jpg; the second picture of that name is photos/2/a.jpg, so that both keep it. */
  #place(name: string): string {
    const number = (this.#names.get(name.toLowerCase()) ?? 0) + 1;
    this.#names.set(name.toLowerCase(), number);
    return number === 1 ? `photos/${name}` : `photos/${number}/${name}`;
  }

  /**
   * Copies the pictures with these keys, byte for byte, so that they have the same keys when imported. A key that a
   * picture had before its file was replaced stands for the new file.
   * @throws StartProblem where an original is missing
   */
  async copy(keys: string[]): Promise<void> {
    const missing = keys.filter((key) => !this.#files.has(key));
    const rows = await db().picture.findMany({
      where: { OR: [{ key: { in: missing } }, { formerKeys: { some: { key: { in: missing } } } }] },
      orderBy: { id: 'asc' },
      select: { key: true, originalName: true, originalType: true, formerKeys: { select: { key: true } } },
    });
    for (const { formerKeys, ...picture } of rows) {
      const file = this.#files.get(picture.key) ?? (await this.#copyOne(picture));
      for (const { key } of [picture, ...formerKeys]) this.#files.set(key, file);
    }
  }

  async #copyOne({ key, originalName, originalType }: PictureFile): Promise<string> {
    const file = this.#place(fileName(originalName, key));
    const original = originalPath(this.#folders, key, originalType);
    await mkdir(dirname(join(this.#dir, file)), { recursive: true });
    try {
      await copyFile(original, join(this.#dir, file), constants.COPYFILE_FICLONE);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code !== 'ENOENT') throw error;
      throw new StartProblem(
        `The original of the picture "${originalName}" is missing: ${original}. Bring DATA_DIR/originals back from the backup, then export again.`,
      );
    }
    return file;
  }
}
