import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawSharePicture } from '#lib/media/draw-headline.ts';

const draw = async (title: string, words: { section?: string; paper?: string } = {}) =>
  await drawSharePicture({ title, section: words.section ?? '', paper: words.paper ?? '' });

/** Where a headline's ink is, between the two rules. */
async function inkOf(title: string): Promise<{ width: number; height: number }> {
  const picture = await draw(title);
  const headline = await sharp(picture)
    .extract({ left: 0, top: 100, width: 1200, height: 430 })
    .png()
    .toBuffer();
  const { info } = await sharp(headline).trim({ threshold: 40 }).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height };
}

test('marks stand above and below their letters, and make no word wider', async () => {
  for (const [bare, marked] of [
    ['ê', 'ễ'],
    ['ô', 'ộ'],
    ['a', 'ằ'],
    ['Ơ', 'Ở'],
    ['Â', 'Ẩ'],
  ] as const) {
    const [one, other] = [await inkOf(`n${bare.repeat(6)}n`), await inkOf(`n${marked.repeat(6)}n`)];
    expect(Math.abs(one.width - other.width), `${bare} ${marked}`).toBeLessThanOrEqual(one.width * 0.06);
    expect(other.height, `${bare} ${marked}`).toBeGreaterThan(one.height);
  }
});

test('whatever the headline, a picture of the size that networks show', async () => {
  const long = 'Cầu Vạn Chài thông xe sau bốn năm, chuyến phà cuối rời bến trước nửa đêm. '.repeat(9);
  for (const title of [
    '',
    '🎉👨‍👩‍👧',
    'a < b & "c" </span>',
    'dài'.repeat(4000),
    long,
    '\u202Eđảo\u0000',
    'Lũ',
  ]) {
    const { width, height, format } = await sharp(
      await draw(title, { section: '<b>&', paper: '' }),
    ).metadata();
    expect([width, height, format], title.slice(0, 20)).toEqual([1200, 630, 'png']);
  }
});

test('a long headline is set smaller until it fits between the rules', async () => {
  const { height } = await inkOf(
    'Cầu Vạn Chài thông xe sau bốn năm, chuyến phà cuối rời bến trước nửa đêm '.repeat(3),
  );
  expect(height).toBeLessThanOrEqual(385);
});
