import sharp, { type Metadata } from 'sharp';
import { PictureProblem } from './picture-problem.ts';
import { type PictureType, pictureType } from './picture-type.ts';
import { largestFile, renditionWidths } from './types.ts';

/** 50 megapixels take 200 MB of memory when decoded, which a small machine can give; a bomb of 200 would take 800. */
export const mostPixels = 50_000_000;

/** WebP has no room for more, in pixels. */
const tallest = 16_383;

/** A picture whose first bytes are sound. Pixels are counted after the camera's orientation. */
export interface CheckedPicture {
  type: PictureType;
  width: number;
  height: number;
}

async function readHeader(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    // sharp throws plain errors for whatever is wrong with a header.
    throw new PictureProblem({ is: 'header-damaged' });
  }
}

/**
 * Checks a picture by its content, before any of it is decoded.
 * @throws PictureProblem with one sentence: not a picture, too many bytes, too many pixels, too tall, damaged
 */
export async function checkPicture(bytes: Uint8Array): Promise<CheckedPicture> {
  if (bytes.length > largestFile) {
    const megabytes = Math.ceil(bytes.length / 1024 / 1024);
    throw new PictureProblem({ is: 'too-many-bytes', megabytes });
  }
  const type = pictureType(bytes);
  const header = await readHeader(bytes);
  if (header.width * header.height > mostPixels) {
    const megapixels = Math.ceil((header.width * header.height) / 1_000_000);
    throw new PictureProblem({ is: 'too-many-pixels', megapixels });
  }
  const { width, height } = header.autoOrient;
  const widest = Math.min(width, Math.max(...renditionWidths));
  if ((height * widest) / width > tallest) throw new PictureProblem({ is: 'too-tall' });
  return { type, width, height };
}
