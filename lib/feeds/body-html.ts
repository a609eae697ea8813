import { lineText } from '#lib/body/clean-line.ts';
import type { Block, Body, Line, Run } from '#lib/body/types.ts';
import { type PictureView, renditionName } from '#lib/media/types.ts';
import { htmlText } from '#lib/site/html.ts';
import { absolute, mediaPath } from '#lib/site/urls.ts';
import { youtubeAddress } from '#lib/site/youtube.ts';

// An article's body as feed readers show it: plain HTML, every address whole, no styles and no script.

/** Feed readers are phones as well. */
const widest = 1280;

type Pictures = Readonly<Record<string, PictureView>>;

const whole = (href: string): string => (href.startsWith('/') ? absolute(href) : href);
const link = (href: string, html: string): string => `<a href="${htmlText(whole(href))}">${html}</a>`;

function run({ text, bold, italic, href }: Run): string {
  let html = htmlText(text);
  if (italic) html = `<em>${html}</em>`;
  if (bold) html = `<strong>${html}</strong>`;
  return href ? link(href, html) : html;
}

const line = (runs: Line): string => runs.map(run).join('');
const element = (name: string, html: string): string => `<${name}>${html}</${name}>`;

/** The widest JPEG that is not wider than a screen. */
export function jpegOf(picture: PictureView): { url: string; file: string } | null {
  const width = picture.renditions.findLast((one) => one <= widest) ?? picture.renditions[0];
  if (width === undefined) return null;
  const file = renditionName(picture.key, width, 'jpg');
  return { url: absolute(mediaPath(file)), file };
}

interface Shown {
  alt: string;
  caption: string;
  credit: string;
}

/** A picture with its caption and credit. */
export function figure(picture: PictureView | undefined, { alt, caption, credit }: Shown): string {
  const file = picture && jpegOf(picture);
  if (!file) return '';
  const image = `<img src="${htmlText(file.url)}" alt="${htmlText(alt)}">`;
  const words = [caption, credit].filter((text) => text !== '').map(htmlText);
  return element('figure', `${image}${words.length > 0 ? element('figcaption', words.join(' ')) : ''}`);
}

function table(rows: Line[][]): string {
  const [head = [], ...rest] = rows;
  const cells = (name: string, row: Line[]) =>
    element('tr', row.map((cell) => element(name, line(cell))).join(''));
  return element('table', `${cells('th', head)}${rest.map((row) => cells('td', row)).join('')}`);
}

function block(one: Block, pictures: Pictures): string {
  switch (one.type) {
    case 'paragraph':
      return element('p', line(one.line));
    case 'pullout':
      return element('blockquote', element('p', line(one.line)));
    case 'heading':
      return element(`h${one.level}`, line(one.line));
    case 'list':
      return element(one.ordered ? 'ol' : 'ul', one.items.map((item) => element('li', line(item))).join(''));
    case 'quote': {
      const cite = one.cite ? element('footer', htmlText(one.cite)) : '';
      return element('blockquote', `${one.lines.map((each) => element('p', line(each))).join('')}${cite}`);
    }
    case 'table':
      return table(one.rows);
    case 'photo':
      return figure(pictures[one.picture], one);
    case 'gallery':
      return one.photos.map((photo) => figure(pictures[photo.picture], photo)).join('');
    case 'embed': {
      const href = one.provider === 'youtube' ? youtubeAddress(one.id) : one.href;
      return element('p', link(href, htmlText(one.title || href)));
    }
    case 'related':
      // Links to other articles: the feed has those of its own.
      return '';
  }
}

/** A body as HTML. Blocks that hold no word and no picture are left out. */
export function bodyHtml(body: Body, pictures: Pictures): string {
  const shown = body.filter((one) => !('line' in one) || lineText(one.line) !== '');
  return shown.map((one) => block(one, pictures)).join('\n');
}
