/** Draws the sample newspaper's pictures: `node draw-pictures.ts FOLDER [name…]`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { pictures } from './pictures.ts';
import { generator, type Scene } from './scene.ts';

const LIMIT = 132_000;
const TILE = 320;

/** A tile of film grain around middle grey. */
const grain = (seed: string, strength: number): Promise<Buffer> => {
  const random = generator(seed);
  const pixels = Buffer.alloc(TILE * TILE * 3);
  for (let at = 0; at < pixels.length; at += 3) {
    const value = 128 + Math.round((random() + random() + random() - 1.5) * strength);
    pixels.fill(value, at, at + 3);
  }
  return sharp(pixels, { raw: { width: TILE, height: TILE, channels: 3 } })
    .png()
    .toBuffer();
};

const render = async (name: string, scene: Scene, folder: string): Promise<number> => {
  const noise = await grain(name, scene.flat ? 0 : 9);
  const image = await sharp(Buffer.from(scene.toString()), { unlimited: true })
    .composite([{ input: noise, tile: true, blend: 'soft-light' }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = image.info;
  for (let quality = 76; ; quality -= 4) {
    const jpeg = sharp(image.data, { raw: { width, height, channels: 3 } }).jpeg({ quality, mozjpeg: true });
    const data = await jpeg.toBuffer();
    if (data.length > LIMIT && quality > 48) continue;
    await writeFile(join(folder, `${name}.jpg`), data);
    return data.length;
  }
};

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: node draw-pictures.ts FOLDER [name…]');
await mkdir(folder, { recursive: true });
for (const [name, draw] of Object.entries(pictures)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const size = await render(name, draw(), folder);
  process.stdout.write(`${name}.jpg ${Math.round(size / 1000)} KB\n`);
}
