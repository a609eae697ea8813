import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { serverFolders } from './picture-folders.ts';

// Only names that we give: no path, no dot but the last, so that nothing outside the folder can be asked for.
const fileName = z
  .string()
  .regex(/^[0-9a-f]{24}-(\d{1,5}\.(avif|webp|jpg)|(16x9|4x3|1x1)-\d{1,3}-\d{1,3}\.jpg)$/);
const types: Record<string, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' };

export interface MediaFile {
  path: string;
  type: string;
  bytes: number;
  changedAt: Date;
}

/** A picture's file by the name in its address, or null if there is none. */
export async function findMediaFile(name: string): Promise<MediaFile | null> {
  if (!fileName.safeParse(name).success) return null;
  const path = join(/* turbopackIgnore: true */ serverFolders().media, name);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { path, type, bytes: found.size, changedAt: found.mtime };
}

/** What stands in such a file. */
export const streamMediaFile = ({ path }: MediaFile): ReadableStream<Uint8Array> =>
  Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
