import { parse } from 'yaml';

// What an article file promises its readers, read from the file without the importer's help: a comparison by the code
// under test would forgive its mistakes.

interface Front {
  title: string;
  category: string;
  sapo: string;
  publishedAt?: Date | string;
  agency?: string;
  tags?: string[];
  authors?: string[];
  related?: (string | number)[];
  cover?: { file: string; alt?: string; caption?: string; credit?: string };
}

export interface ExpectedArticle {
  title: string;
  section: string;
  time: string;
  sapo: string;
  tags: string[];
  authors: string[];
  picks: (string | number)[];
  subheads: string[];
  /** Alt text and caption of every photo that the page shows, the cover first where it stands above the body. */
  photos: { alt: string; caption: string; credit: string }[];
  /** The body's text in its order, a paragraph, list item, table cell or quoted line each. */
  lines: string[];
}

const photo = /^!\[(?<alt>[^\]]*)\]\((?<file>\S+?)(?:\s+"(?<title>.*)")?\)$/;

/** Text as a reader compares it: no marks of Markdown, one space between words. */
export function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|\*|\\)/g, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
}

function linesOf(block: string): string[] {
  if (/^\|/.test(block)) {
    const rows = block.split('\n').filter((row) => !/^\|[\s:|-]+\|$/.test(row));
    return rows.flatMap((row) => row.replace(/^\||\|$/g, '').split('|')).map(plain);
  }
  const lines = block.split('\n').map((line) => line.replace(/^>\s?/, '').replace(/^— /, ''));
  if (/^([-*]|\d+\.) /.test(block)) return lines.map((line) => plain(line.replace(/^([-*]|\d+\.) /, '')));
  return lines.filter((line) => line.trim() !== '' && !/^\[!tr[íi]ch\]$/.test(line)).map(plain);
}

function shownTime(at: Date | string | undefined): string {
  const text = new Date(at ?? 0).toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
  return `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)} ${text.slice(11, 16)}`;
}

/** Reads what an article file promises. */
export function expectedArticle(text: string): ExpectedArticle {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text) ?? [];
  const front = parse(head) as Front;
  const blocks = body.trim() === '' ? [] : body.trim().split(/\n\s*\n/);
  const photos = blocks.flatMap((block) => {
    const { alt = '', title = '', file = '' } = photo.exec(block)?.groups ?? {};
    if (!file) return [];
    const cut = title.lastIndexOf(' | ');
    const caption = cut < 0 ? title : title.slice(0, cut);
    return [{ file, alt, caption, credit: cut < 0 ? '' : title.slice(cut + 3) }];
  });
  const { cover } = front;
  const above =
    cover && !photos.some((one) => one.file === cover.file)
      ? [{ alt: '', caption: '', credit: '', ...cover }]
      : [];
  return {
    title: plain(front.title),
    section: front.category.split('/').at(-1) ?? '',
    time: shownTime(front.publishedAt),
    sapo: plain(`${front.agency ? `${front.agency} - ` : ''}${front.sapo}`),
    tags: front.tags ?? [],
    authors: front.authors ?? [],
    picks: front.related ?? [],
    subheads: blocks
      .filter((block) => /^#{2,3} /.test(block))
      .map((block) => plain(block.replace(/^#+ /, ''))),
    photos: [...above, ...photos].map(({ alt, caption, credit }) => ({
      alt: plain(alt),
      caption: plain(caption),
      credit: plain(credit),
    })),
    lines: blocks.filter((block) => !photo.test(block) && !/^#{2,3} /.test(block)).flatMap(linesOf),
  };
}
