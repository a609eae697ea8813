import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { xmlText } from '#lib/site/xml.ts';

// A picture with words on it, for pages that have none. The letters are those of the paper's own face; its files for
// Latin and for Vietnamese lie beside this one (fonts/, under the OFL) as the machine's drawing library reads them.

const sharePictureSize = { width: 1200, height: 630 };

const margin = 72;
const inner = sharePictureSize.width - 2 * margin;
/** Between the section's name and the paper's. */
const headlineTop = 150;
const headlineHeight = 350;
const sizes = [76, 68, 60, 52, 46, 40, 34, 30] as const;
/** What is beyond this is not readable in a picture this size. */
const longest = 240;

const colors = { paper: '#fdfcf9', ink: '#16181c', accent: '#a3201d', quiet: '#5c5f66' };

const fontFile = (name: string): string =>
  join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'media', 'fonts', name);

let fonts: Promise<unknown> | null = null;

/** The drawing library keeps a font that it was once given. */
async function giveFonts(): Promise<void> {
  fonts ??= Promise.all(
    ['newsreader-latin-700.ttf', 'newsreader-vietnamese-700.ttf'].map((file) =>
      sharp({ text: { text: 'a', font: 'Newsreader', fontfile: fontFile(file) } })
        .png()
        .toBuffer(),
    ),
  );
  await fonts;
}

// Letters of the Vietnamese file: named outright, as browsers do by unicode-range. Left to itself the library would put
// them together out of the Latin file's letters and marks, and the marks would stand beside each other.
const vietnamese =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9\u20AB]+/g;

const markup = (text: string, color: string): string =>
  `<span foreground="${color}">${xmlText(text).replace(
    vietnamese,
    (letters) => `<span font_family="NewsreadVN">${letters}</span>`,
  )}</span>`;

interface Drawn {
  data: Buffer;
  height: number;
  width: number;
}

async function drawText(text: string, color: string, size: number): Promise<Drawn> {
  const { data, info } = await sharp({
    text: {
      text: markup(text, color),
      // The library counts in points; at 72 to the inch one is a pixel.
      font: `Newsreader Bold ${size}`,
      dpi: 72,
      width: inner,
      wrap: 'word-char',
      spacing: Math.round(size * 0.12),
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { data, height: info.height, width: info.width };
}

/** What the face has no letters for and would be drawn as boxes. */
const pictographs = /\p{Extended_Pictographic}|[\u200D\uFE0F]/gu;

function shortened(text: string): string {
  const letters = [...text.normalize('NFC').replace(pictographs, '').trim()];
  // The library draws no picture of nothing.
  if (letters.length === 0) return '…';
  return letters.length <= longest ? letters.join('') : `${letters.slice(0, longest).join('').trimEnd()}…`;
}

/** The headline as large as it fits. */
async function drawHeadline(title: string): Promise<Drawn> {
  const text = shortened(title);
  let drawn = await drawText(text, colors.ink, sizes[0]);
  for (const size of sizes.slice(1)) {
    if (drawn.height <= headlineHeight) return drawn;
    drawn = await drawText(text, colors.ink, size);
  }
  return drawn;
}

/** A line of small words; null where there are none: the library draws no picture of nothing. */
async function small(
  text: string,
  color: string,
  place: { top: number; left: number },
): Promise<OverlayOptions[]> {
  const words = [...text.normalize('NFC').replace(pictographs, '')].slice(0, 60).join('').trim();
  return words === '' ? [] : [{ input: (await drawText(words, color, 34)).data, ...place }];
}

/** A PNG with a headline on it, the section above and the paper's name below. */
export async function drawSharePicture(words: {
  title: string;
  section: string;
  paper: string;
}): Promise<Buffer> {
  await giveFonts();
  const { width, height } = sharePictureSize;
  const headline = await drawHeadline(words.title);
  const rule = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="12" fill="${colors.accent}"/><rect x="${margin}" y="540" width="${inner}" height="1" fill="${colors.quiet}"/></svg>`;
  return await sharp({ create: { width, height, channels: 3, background: colors.paper } })
    .composite([
      { input: Buffer.from(rule), left: 0, top: 0 },
      ...(await small(words.section, colors.accent, { left: margin, top: 72 })),
      {
        input: await sharp(headline.data)
          .resize({
            height: Math.min(headline.height, headlineHeight + 30),
            withoutEnlargement: true,
            fit: 'cover',
            position: 'top',
          })
          .toBuffer(),
        left: margin,
        top: headlineTop,
      },
      ...(await small(words.paper, colors.quiet, { left: margin, top: 560 })),
    ])
    .png({ palette: true, colours: 64 })
    .toBuffer();
}
