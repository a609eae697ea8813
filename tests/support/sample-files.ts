import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { ArticleSource } from '#lib/import/prepare-article.ts';

/** A folder of the test's own, below the system's one for such things. */
export async function makeFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'toasoan-'));
}

/** Writes files below a folder: { 'articles/a.md': '…' }. */
export async function writeFiles(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

interface PictureOptions {
  width?: number;
  height?: number;
  /** Left half, right half. */
  colors?: [string, string];
  format?: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff';
  exif?: Record<string, Record<string, string>>;
  orientation?: number;
}

/** A picture of two colours, side by side. */
export async function makePicture(options: PictureOptions = {}): Promise<Buffer> {
  const { width = 64, height = 48, colors = ['#c0392b', '#2c5f8a'], format = 'jpeg' } = options;
  const half = { width: Math.ceil(width / 2), height, channels: 3 as const };
  const right = await sharp({ create: { ...half, background: colors[1] } })
    .png()
    .toBuffer();
  let picture = sharp({ create: { width, height, channels: 3, background: colors[0] } }).composite([
    { input: right, left: Math.floor(width / 2), top: 0 },
  ]);
  if (options.exif) picture = picture.withExif(options.exif);
  if (options.orientation) picture = picture.withMetadata({ orientation: options.orientation });
  return await picture.toFormat(format).toBuffer();
}

/** The first bytes of a PNG of this size; there is no more of it. */
export function pngHeader(width: number, height: number): Buffer {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write('IHDR', 4, 'latin1');
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  header.set([8, 2, 0, 0, 0], 16);
  header.writeUInt32BE(crc32(header.subarray(4, 21)), 21);
  return Buffer.concat([signature, header, Buffer.from([0, 0, 0, 0]), Buffer.from('IDAT', 'latin1')]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** An article file's text; `front` is added to a title, a section, a time and a sapo, or takes their place. */
export function articleText(front: Record<string, unknown> = {}, body = 'Một đoạn văn.'): string {
  const values = {
    title: 'Cầu Bến Tre thông xe',
    category: 'Tin tức',
    publishedAt: '2026-03-01T08:00:00+07:00',
    sapo: 'Sáng nay, cầu Bến Tre thông xe.',
    ...front,
  };
  const lines = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** A source that is no file of the disk; its photos are looked for below `folder`. */
export function sourceOf(
  text: string | Uint8Array,
  name = 'articles/a.md',
  folder = '/nowhere',
): ArticleSource {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return { name, path: join(folder, name), folder, read: async () => bytes };
}
