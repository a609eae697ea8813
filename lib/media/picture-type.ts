import { PictureProblem } from './picture-problem.ts';

/** The pictures that are taken, by their content: what a camera, a phone or an editor's program saves. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif';

export const pictureExtensions: Record<PictureType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** The brands that a file of the ISO media family (AVIF, HEIC, MP4 …) says it is. */
function brands(bytes: Uint8Array): string[] {
  if (latin(bytes, 4, 8) !== 'ftyp') return [];
  const length = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.length, 256);
  const found = [latin(bytes, 8, 12)];
  for (let at = 16; at + 4 <= length; at += 4) found.push(latin(bytes, at, at + 4));
  return found;
}

const others: [RegExp, string][] = [
  [/^GIF8/, 'a GIF'],
  [/^%PDF/, 'a PDF document'],
  [/^(BM|II\*\0|MM\0\*)/, 'a BMP or TIFF picture'],
  [/^....ftyp/s, "a film, or an iPhone's HEIC picture"],
  [/^[\s\S]{0,3}\s*(<\?xml[\s\S]*)?(<!--[\s\S]*)?<svg/i, 'an SVG drawing'],
  [/^[\s\S]{0,3}\s*<(!doctype|html)/i, 'a web page'],
  [/^PK/, 'a ZIP archive or an Office document'],
];

/**
 * What a file is, judged by its first bytes alone: no decoder sees a file that is not one of the four.
 * @throws PictureProblem naming what it is instead
 */
export function pictureType(bytes: Uint8Array): PictureType {
  const head = latin(bytes, 0, 12);
  if (head.startsWith('\xFF\xD8\xFF')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1A\n')) return 'image/png';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp';
  if (brands(bytes).some((brand) => brand === 'avif')) return 'image/avif';
  const start = latin(bytes, 0, 1000);
  const name =
    others.find(([pattern]) => pattern.test(start))?.[1] ?? 'not a picture, whatever its name says';
  throw new PictureProblem(
    bytes.length === 0
      ? 'the file is empty'
      : `the file is ${name}; save the picture as JPEG, PNG, WebP or AVIF`,
  );
}
