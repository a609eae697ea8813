import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { atMost } from '#lib/media/at-most.ts';
import { widthsFor } from '#lib/media/make-renditions.ts';
import { type PictureFolders, pictureFolders } from '#lib/media/picture-folders.ts';
import { PictureProblem } from '#lib/media/picture-problem.ts';
import { storePicture } from '#lib/media/store-picture.ts';
import { exifTags, iptcNumbers, jpegWith } from '#tests/support/picture-metadata.ts';
import { makeFolder, makePicture, pngHeader } from '#tests/support/sample-files.ts';

let folder = '';
let folders: PictureFolders;
beforeEach(async () => {
  folder = await makeFolder();
  folders = pictureFolders(folder);
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

const red = '#c0392b';
const blue = '#2c5f8a';

test('the widths that an original reaches, or its own', () => {
  expect(widthsFor(4000)).toEqual([320, 480, 640, 960, 1280, 1920]);
  expect(widthsFor(1600)).toEqual([320, 480, 640, 960, 1280]);
  expect(widthsFor(320)).toEqual([320]);
  expect(widthsFor(200)).toEqual([200]);
});

test('every width as AVIF, WebP and progressive JPEG; the original kept as it came', async () => {
  const bytes = await makePicture({ width: 700, height: 500 });
  const stored = await storePicture(bytes, 'cầu.jpg', folders);
  expect(stored).toMatchObject({
    originalName: 'cầu.jpg',
    originalType: 'image/jpeg',
    originalBytes: bytes.length,
    width: 700,
    height: 500,
    renditions: [320, 480, 640],
  });
  expect(stored.key).toMatch(/^[0-9a-f]{24}$/);
  expect(stored.dominantColor).toMatch(/^#[0-9a-f]{6}$/);
  const names = [320, 480, 640].flatMap((width) =>
    ['avif', 'webp', 'jpg'].map((format) => `${stored.key}-${width}.${format}`),
  );
  expect((await readdir(folders.media)).toSorted()).toEqual(names.toSorted());
  for (const name of names) {
    const made = await sharp(join(folders.media, name)).metadata();
    expect(made.width, name).toBe(Number(/-(\d+)\./.exec(name)?.[1]));
    expect(made.height).toBe(Math.round((Number(made.width) * 500) / 700));
    if (name.endsWith('.jpg')) expect(made.isProgressive).toBe(true);
  }
  expect(await readFile(join(folders.originals, `${stored.key}.jpg`))).toEqual(bytes);
});

test('stored again, nothing is made again', async () => {
  const bytes = await makePicture({ width: 400 });
  const first = await storePicture(bytes, 'a.jpg', folders);
  const file = join(folders.media, `${first.key}-320.avif`);
  const { mtimeMs, ino } = await stat(file);
  expect(await storePicture(bytes, 'a.jpg', folders)).toEqual(first);
  expect(await stat(file)).toMatchObject({ mtimeMs, ino });
});

test('a file that went missing is made again, and two at once are one', async () => {
  const bytes = await makePicture({ width: 400 });
  const [first] = await Promise.all([
    storePicture(bytes, 'a.jpg', folders),
    storePicture(bytes, 'a.jpg', folders),
  ]);
  await rm(join(folders.media, `${first?.key}-320.webp`));
  await storePicture(bytes, 'a.jpg', folders);
  expect(await readdir(folders.media)).toHaveLength(3);
});

test('the orientation of the camera is applied, where and when is taken out', async () => {
  const exif = {
    IFD0: { Make: 'Máy ảnh', Copyright: 'Lê Hà' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '10/1 15/1 0/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '106/1 22/1 0/1',
    },
  };
  const upright = await makePicture({ width: 400, height: 300, colors: [red, blue], exif });
  const gpsTag = Buffer.from([0x25, 0x88]);
  // Orientation 6: the picture was taken with the camera turned; upright, its left side is on top.
  const bytes = await sharp(upright).keepExif().withMetadata({ orientation: 6 }).toBuffer();
  expect((await sharp(bytes).metadata()).orientation).toBe(6);
  expect((await sharp(bytes).metadata()).exif?.includes(gpsTag)).toBe(true);
  const stored = await storePicture(bytes, 'a.jpg', folders);
  expect(stored).toMatchObject({ width: 300, height: 400, renditions: [300] });
  for (const format of ['avif', 'webp', 'jpg']) {
    const file = join(folders.media, `${stored.key}-300.${format}`);
    const made = await sharp(file).metadata();
    expect(made.exif).toBeUndefined();
    expect(made.icc).toBeUndefined();
    expect(made.xmp).toBeUndefined();
    expect(made.orientation).toBeUndefined();
    const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) =>
      data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3);
    const [top, bottom] = [at(150, 40), at(150, 360)];
    expect(Number(top[0]) > Number(top[2]), `${format}: red on top`).toBe(true);
    expect(Number(bottom[2]) > Number(bottom[0]), `${format}: blue below`).toBe(true);
  }
});

test('what is clear becomes white', async () => {
  const clear = { width: 40, height: 40, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } };
  const stored = await storePicture(await sharp({ create: clear }).png().toBuffer(), 'a.png', folders);
  expect(stored.dominantColor).toBe('#ffffff');
});

test.each(['png', 'webp', 'avif'] as const)('%s is taken, whatever its name says', async (format) => {
  const stored = await storePicture(await makePicture({ format }), 'a.jpg', folders);
  expect(stored.originalType).toBe(`image/${format}`);
});

test('nothing that a file says of itself is in what readers get', async () => {
  const words = (text: string) => Buffer.from(text);
  const bytes = await jpegWith({
    exif: { [exifTags.description]: words('CHUYEN RIENG'), 34853: words('GPS') },
    iptc: [[iptcNumbers.caption, words('CHUYEN RIENG')]],
    xmp: '<exif:GPSLatitude>10,45.5N</exif:GPSLatitude><dc:description>CHUYEN RIENG</dc:description>',
  });
  expect(bytes.includes('CHUYEN RIENG') && bytes.includes('GPSLatitude')).toBe(true);
  const { key } = await storePicture(bytes, 'a.jpg', folders);
  for (const name of await readdir(folders.media)) {
    expect(name).toContain(key);
    const made = await readFile(join(folders.media, name));
    for (const secret of ['CHUYEN RIENG', 'GPS', 'Photoshop', 'adobe', 'Exif']) {
      expect(made.includes(secret), `${secret} in ${name}`).toBe(false);
    }
  }
});

describe('pictures of every kind', () => {
  const centre = async (key: string, width: number): Promise<number[]> => {
    const { data, info } = await sharp(join(folders.media, `${key}-${width}.webp`))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.channels).toBe(3);
    const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 3;
    return [...data.subarray(at, at + 3)];
  };
  const near = (found: number[], wanted: number[]) => {
    for (const [index, value] of wanted.entries())
      expect(Math.abs((found[index] ?? 0) - value)).toBeLessThan(14);
  };
  const plain = (background: string, width = 40) =>
    sharp({ create: { width, height: 30, channels: 3, background } });

  test('CMYK, as printers send it, in its own colours', async () => {
    const bytes = await plain('#7a6a5a').toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(bytes).metadata()).space).toBe('cmyk');
    const { key } = await storePicture(bytes, 'a.jpg', folders);
    near(await centre(key, 40), [0x7a, 0x6a, 0x5a]);
  });

  test('16 bits a colour', async () => {
    const bytes = await plain('#2c5f8a').toColourspace('rgb16').png().toBuffer();
    expect((await sharp(bytes).metadata()).depth).toBe('ushort');
    const { key } = await storePicture(bytes, 'a.png', folders);
    near(await centre(key, 40), [0x2c, 0x5f, 0x8a]);
  });

  test('a wide gamut becomes the screen’s own', async () => {
    const bytes = await plain('#c0392b').withIccProfile('p3').png().toBuffer();
    const { key } = await storePicture(bytes, 'a.png', folders);
    near(await centre(key, 40), [0xc0, 0x39, 0x2b]);
    expect((await sharp(join(folders.media, `${key}-40.jpg`)).metadata()).icc).toBeUndefined();
  });

  test('grey', async () => {
    const { key } = await storePicture(
      await plain('#808080').greyscale().jpeg().toBuffer(),
      'a.jpg',
      folders,
    );
    near(await centre(key, 40), [0x80, 0x80, 0x80]);
  });

  test('of an animation the first picture', async () => {
    const frames = await Promise.all(['#c0392b', '#2c5f8a'].map((color) => plain(color).png().toBuffer()));
    const bytes = await sharp(frames, { join: { animated: true } })
      .webp({ delay: [100, 100] })
      .toBuffer();
    expect((await sharp(bytes).metadata()).pages).toBe(2);
    const stored = await storePicture(bytes, 'a.webp', folders);
    expect(stored).toMatchObject({ width: 40, height: 30 });
    near(await centre(stored.key, 40), [0xc0, 0x39, 0x2b]);
  });

  test('one pixel', async () => {
    const bytes = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#2c5f8a' } })
      .png()
      .toBuffer();
    const stored = await storePicture(bytes, 'a.png', folders);
    expect(stored).toMatchObject({ width: 1, height: 1, renditions: [1], dominantColor: '#2c5f8a' });
    expect(await readdir(folders.media)).toHaveLength(3);
  });

  test('a line, a thousand times as wide as high', async () => {
    const bytes = await sharp({ create: { width: 5000, height: 1, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect((await storePicture(bytes, 'a.png', folders)).renditions).toContain(1920);
  });

  test('what hangs behind a picture reaches nobody', async () => {
    const bytes = Buffer.concat([
      await plain('#2c5f8a').jpeg().toBuffer(),
      Buffer.from('<script>alert(1)</script>PK'),
    ]);
    const { key } = await storePicture(bytes, 'a.jpg', folders);
    for (const format of ['avif', 'webp', 'jpg']) {
      expect((await readFile(join(folders.media, `${key}-40.${format}`))).includes('script')).toBe(false);
    }
  });
});

describe('refused', () => {
  const refusal = async (bytes: Uint8Array) => {
    const error = await storePicture(bytes, 'a.jpg', folders).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PictureProblem);
    const message = error instanceof Error ? error.message : '';
    expect(message).not.toContain('\n');
    // The newsroom's own words: what is wrong and what to do about it, two sentences or more.
    const vietnamese = error instanceof PictureProblem ? error.vietnamese : '';
    expect(vietnamese).toMatch(/^(Tệp|Ảnh) .*\. (Hãy|Trên|Ảnh được nhận) .*\.$/);
    expect(await filesBelow(folder)).toEqual([]);
    return message;
  };

  test.each([
    ['a renamed text file', Buffer.from('Đây là văn bản, không phải ảnh.'), 'not a picture'],
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['an SVG', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'SVG'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'PDF'],
    ['a web page', Buffer.from('<!doctype html><p>404'), 'web page'],
    ['an iPhone picture', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'HEIC'],
    [
      'an SVG behind its type',
      Buffer.from('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" ""><svg/>'),
      'SVG',
    ],
    ['a web page that is a GIF further on', Buffer.from('<html>GIF89a'), 'web page'],
    [
      'a script that begins like a JPEG',
      Buffer.from('\xFF\xD8\xFF/*<svg onload=alert(1)>*/', 'latin1'),
      'damaged',
    ],
    ['a film', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp41', 'latin1'), 'film'],
    ['200 megapixels', pngHeader(20_000, 10_000), '200 megapixels'],
    ['more than 50 megapixels', pngHeader(7072, 7072), '51 megapixels'],
    ['a header and nothing else', pngHeader(100, 100), 'damaged'],
    ['noise after the first bytes', Buffer.from('\xFF\xD8\xFFnoise', 'latin1'), 'damaged'],
    ['more than 50 MB', Buffer.alloc(50 * 1024 * 1024 + 1, 'a'), '51 MB'],
  ])('%s', async (_, bytes, words) => {
    expect(await refusal(bytes)).toContain(words);
  });

  test('a scroll of a picture', async () => {
    const scroll = { width: 100, height: 20_000, channels: 3 as const, background: 'red' };
    expect(await refusal(await sharp({ create: scroll }).png().toBuffer())).toContain('taller');
  });

  test('a GIF and a TIFF', async () => {
    expect(await refusal(await makePicture({ format: 'gif' }))).toContain('GIF');
    expect(await refusal(await makePicture({ format: 'tiff' }))).toContain('TIFF');
  });

  test.each(['jpeg', 'png', 'webp'] as const)('a %s that breaks off', async (format) => {
    const noise = {
      width: 300,
      height: 300,
      channels: 3 as const,
      noise: { type: 'gaussian' as const, mean: 128, sigma: 40 },
    };
    const whole = await sharp({ create: { ...noise, background: red } })
      .toFormat(format)
      .toBuffer();
    const error = await storePicture(whole.subarray(0, whole.length / 2), 'a.jpg', folders).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(PictureProblem);
    expect(await filesBelow(folder)).toEqual([]);
  });
});

test('at most so many jobs at once, each in its turn, also after one that fails', async () => {
  const gate = atMost(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const jobs = [0, 1, 2, 3, 4].map((number) =>
    gate(async () => {
      order.push(number);
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      if (number === 1) throw new Error('one fails');
    }),
  );
  const settled = await Promise.allSettled(jobs);
  expect(settled.filter((each) => each.status === 'rejected')).toHaveLength(1);
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4]);
});
