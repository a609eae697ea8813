import { createHash, randomBytes } from 'node:crypto';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cleanLine } from '#lib/site/text.ts';
import { atMost } from './at-most.ts';
import { checkPicture } from './check-picture.ts';
import { averageColor, makeRenditions, widthsFor } from './make-renditions.ts';
import type { PictureFolders } from './picture-folders.ts';
import { pictureExtensions } from './picture-type.ts';
import { renditionName } from './types.ts';

/** What the database keeps of a picture that has been stored (model Picture). */
export interface StoredPicture {
  key: string;
  originalName: string;
  originalType: string;
  originalBytes: number;
  width: number;
  height: number;
  renditions: number[];
  dominantColor: string;
}

const oneOf = atMost(availableParallelism());
const storing = new Map<string, Promise<StoredPicture>>();

/**
 * The first 24 hex digits of the original's SHA-256: the same file is kept once.
 * @param again  for a file whose key has come to mean another (lib/media/free-key.ts): 1, 2 …, each another key
 */
export function pictureKey(bytes: Uint8Array, again = 0): string {
  const hash = createHash('sha256').update(bytes);
  return (again > 0 ? hash.update(`again ${again}`) : hash).digest('hex').slice(0, 24);
}

/** Where the original of a picture is kept, for the export; it still holds where the photo was taken. */
export function originalPath(folders: PictureFolders, key: string, type: string): string {
  const extension = Object.entries(pictureExtensions).find(([each]) => each === type)?.[1] ?? 'bin';
  return join(/* turbopackIgnore: true */ folders.originals, `${key}.${extension}`);
}

async function keepOriginal(bytes: Uint8Array, path: string): Promise<void> {
  const kept = await stat(path).catch(() => null);
  if (kept?.size === bytes.length) return;
  const making = `${path}.${randomBytes(4).toString('hex')}.part`;
  await writeFile(making, bytes);
  await rename(making, path);
}

async function store(
  bytes: Uint8Array,
  key: string,
  name: string,
  folders: PictureFolders,
): Promise<StoredPicture> {
  const { type, width, height } = await checkPicture(bytes);
  await mkdir(folders.media, { recursive: true });
  await mkdir(folders.originals, { recursive: true });
  const renditions = widthsFor(width);
  await makeRenditions(bytes, key, renditions, folders.media);
  await keepOriginal(bytes, originalPath(folders, key, type));
  const smallest = join(folders.media, renditionName(key, renditions[0] ?? width, 'jpg'));
  return {
    key,
    originalName: cleanLine(name.toWellFormed()) || `${key}.${pictureExtensions[type]}`,
    originalType: type,
    originalBytes: bytes.length,
    width,
    height,
    renditions,
    dominantColor: await averageColor(smallest),
  };
}

/**
 * Checks a picture, makes its renditions and keeps its original. Files that are there already are not made again;
 * nothing is written to the database (see savePicture).
 * @param originalName  the file's name, without a path
 * @param key  where it is not to be the file's own
 * @throws PictureProblem with one sentence for the person who gave the file
 */
export async function storePicture(
  bytes: Uint8Array,
  originalName: string,
  folders: PictureFolders,
  key = pictureKey(bytes),
): Promise<StoredPicture> {
  const already = storing.get(key);
  if (already) return await already;
  const job = oneOf(() => store(bytes, key, originalName, folders)).finally(() => storing.delete(key));
  storing.set(key, job);
  return await job;
}
