import { randomBytes } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { db } from '#lib/db.ts';
import { atMost } from './at-most.ts';
import { findMediaFile } from './media-file.ts';
import { serverFolders } from './picture-folders.ts';
import { pictureSelect } from './picture-select.ts';
import { originalPath } from './store-picture.ts';
import { type CropRatio, cropName, cropRatios, cropSize, renditionName } from './types.ts';

// Crops for search engines, made when the first of them asks and kept beside the other files.

const form = /^([0-9a-f]{24})-(16x9|4x3|1x1)-\d{1,3}-\d{1,3}\.jpg$/;
const oneAtATime = atMost(1);

/** Whether a name is that of a crop, which need not be made yet. */
export const isCropName = (name: string): boolean => form.test(name);

async function findPicture(key: string) {
  return await db().picture.findUnique({
    where: { key },
    select: { ...pictureSelect, originalType: true },
  });
}
type Found = NonNullable<Awaited<ReturnType<typeof findPicture>>>;

/** The original; where that is gone, the widest file that was made of it. */
async function readSource(picture: Found): Promise<Buffer> {
  const folders = serverFolders();
  const original = originalPath(folders, picture.key, picture.originalType);
  const widest = join(folders.media, renditionName(picture.key, picture.renditions.at(-1) ?? 0, 'jpg'));
  return await readFile(original).catch(() => readFile(widest));
}

/** Where a crop of this length begins, so that the focal point is as near its middle as the picture allows. */
const begin = (whole: number, part: number, focal: number): number =>
  Math.min(whole - part, Math.max(0, Math.round(whole * focal - part / 2)));

async function makeCrop(picture: Found, ratio: CropRatio, path: string): Promise<void> {
  const upright = await sharp(await readSource(picture), { failOn: 'error' })
    .autoOrient()
    .toBuffer({ resolveWithObject: true });
  const whole = { width: upright.info.width, height: upright.info.height };
  const width = Math.min(whole.width, Math.floor(whole.height * cropRatios[ratio]));
  const height = Math.min(whole.height, Math.max(1, Math.round(width / cropRatios[ratio])));
  const making = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    await sharp(upright.data)
      .extract({
        left: begin(whole.width, width, picture.focalX),
        top: begin(whole.height, height, picture.focalY),
        width,
        height,
      })
      .resize({ ...cropSize(picture, ratio), fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 78, mozjpeg: true })
      .toFile(making);
    await rename(making, path);
  } finally {
    await rm(making, { force: true });
  }
}

/**
 * A picture's crop by the name in its address. Only those are made that the picture has now: nobody can have the server
 * make others.
 */
export async function findCrop(name: string): ReturnType<typeof findMediaFile> {
  const made = await findMediaFile(name);
  const [, key, shape] = form.exec(name) ?? [];
  const ratio = (Object.keys(cropRatios) as CropRatio[]).find((one) => one === shape);
  if (made || !key || !ratio) return made;
  const picture = await findPicture(key);
  if (!picture || cropName(picture, ratio) !== name) return null;
  const path = join(/* turbopackIgnore: true */ serverFolders().media, name);
  // Whoever waited for the same one finds it made.
  await oneAtATime(async () => {
    if (!(await findMediaFile(name))) await makeCrop(picture, ratio, path);
  });
  return await findMediaFile(name);
}
