import sharp from 'sharp';
import { type OtherKind, PictureProblem } from './picture-problem.ts';

/** The pictures that are taken, by their content: what a camera, a phone or an editor's program saves. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif' | 'image/heic';

export const pictureExtensions: Record<PictureType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/heic': 'heic',
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

const others: [RegExp, OtherKind][] = [
  [/^GIF8/, 'gif'],
  [/^%PDF/, 'pdf'],
  [/^(BM|II\*\0|MM\0\*)/, 'bitmap'],
  [/^....ftyp/s, 'film'],
  [/^[\s\S]{0,3}\s*(<\?xml[\s\S]*)?(<!--[\s\S]*|<!doctype[\s\S]*)?<svg/i, 'svg'],
  [/^[\s\S]{0,3}\s*<(!doctype|html)/i, 'web-page'],
  [/^PK/, 'archive'],
];

const avifBrands = new Set(['avif', 'avis']);
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** Whether this build of the library decodes HEIC; the one that comes with it does not (H.265 is patented). */
const readsHeic = (sharp.format.heif?.input.fileSuffix ?? []).includes('.heic');

function isoMediaType(found: string[]): PictureType | null {
  if (found.some((brand) => avifBrands.has(brand))) return 'image/avif';
  if (!found.some((brand) => heicBrands.has(brand))) return null;
  if (readsHeic) return 'image/heic';
  throw new PictureProblem({ is: 'no-picture', kind: 'heic' });
}

/**
 * What a file is, judged by its first bytes alone: no decoder sees a file that is none of these.
 * @throws PictureProblem naming what it is instead
 */
export function pictureType(bytes: Uint8Array): PictureType {
  const head = latin(bytes, 0, 12);
  if (head.startsWith('\xFF\xD8\xFF')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1A\n')) return 'image/png';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp';
  const isoMedia = isoMediaType(brands(bytes));
  if (isoMedia) return isoMedia;
  if (bytes.length === 0) throw new PictureProblem({ is: 'empty' });
  const start = latin(bytes, 0, 1000);
  const kind = others.find(([pattern]) => pattern.test(start))?.[1] ?? 'unknown';
  throw new PictureProblem({ is: 'no-picture', kind });
}
