import type { JSONContent } from '@tiptap/core';
import type { Block, Body, EmbedBlock, GalleryBlock, Line, RelatedBlock, Run } from '#lib/body/types.ts';
import { isLinkAddress, isWebAddress } from '#lib/site/links.ts';

type Marks = Omit<Run, 'text'>;

/** The marks that a body knows; any other, and a link that may lead nowhere, is dropped. */
function marksOf(node: JSONContent): Marks {
  const marks: Marks = {};
  for (const mark of node.marks ?? []) {
    const href: unknown = mark.attrs?.['href'];
    if (mark.type === 'bold') marks.bold = true;
    else if (mark.type === 'italic') marks.italic = true;
    else if (mark.type === 'link' && typeof href === 'string' && isLinkAddress(href)) marks.href = href;
  }
  return marks;
}

const lineOf = (node: JSONContent | undefined): Line =>
  (node?.content ?? []).flatMap((child) =>
    typeof child.text === 'string' ? [{ text: child.text, ...marksOf(child) }] : [],
  );

const says = (line: Line): boolean => line.some((run) => /\S/.test(run.text));
const linesOf = (nodes: JSONContent[] | undefined): Line[] => (nodes ?? []).map(lineOf);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function textBlock(node: JSONContent): Block | null {
  const line = lineOf(node);
  if (!says(line)) return null;
  if (node.type === 'heading') return { type: 'heading', level: node.attrs?.['level'] === 3 ? 3 : 2, line };
  return { type: node.type === 'pullout' ? 'pullout' : 'paragraph', line };
}

function listOf(node: JSONContent): Block | null {
  const items = (node.content ?? []).map((item) => lineOf(item.content?.[0])).filter(says);
  return items.length > 0 ? { type: 'list', ordered: node.type === 'orderedList', items } : null;
}

function quoteOf(node: JSONContent): Block | null {
  const source = node.content?.find((child) => child.type === 'quoteSource');
  const lines = linesOf(node.content?.filter((child) => child !== source)).filter(says);
  const cite = lineOf(source)
    .map((run) => run.text)
    .join('');
  return lines.length > 0 ? { type: 'quote', lines, ...(cite.trim() && { cite }) } : null;
}

function tableOf(node: JSONContent): Block | null {
  const rows = (node.content ?? []).map((row) =>
    (row.content ?? []).map((cell) => lineOf(cell.content?.[0])),
  );
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (!rows.some((row) => row.some(says))) return null;
  return { type: 'table', rows: rows.map((row) => [...row, ...Array(columns - row.length).fill([])]) };
}

type Photo = GalleryBlock['photos'][number];

/** A photo as the attributes of a node say it, or null where no picture has been chosen yet. */
export function photoOf(value: unknown): Photo | null {
  if (typeof value !== 'object' || value === null) return null;
  const { picture, alt, caption, credit } = value as Record<string, unknown>;
  if (typeof picture !== 'string' || !/^[0-9a-f]{24}$/.test(picture)) return null;
  return { picture, alt: textOf(alt), caption: textOf(caption), credit: textOf(credit) };
}

/** The photos of a gallery's node. */
export function photosOf(value: unknown): Photo[] {
  return Array.isArray(value) ? value.map(photoOf).filter((photo) => photo !== null) : [];
}

function boxedOf(value: unknown): RelatedBlock['articles'][number] | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, title } = value as Record<string, unknown>;
  if (Number.isInteger(id)) return { id: Number(id), title: textOf(title) };
  return textOf(title) === '' ? null : { id: null, title: textOf(title) };
}

/** The articles of a box's node. */
export function articlesOf(value: unknown): RelatedBlock['articles'] {
  return Array.isArray(value) ? value.map(boxedOf).filter((article) => article !== null) : [];
}

/** What an embed's node leads to, or null where that is nothing a page can show. */
export function embedOf(attrs: Record<string, unknown>): EmbedBlock | null {
  const { provider, id, href } = attrs;
  const title = textOf(attrs['title']);
  if (provider === 'youtube' && typeof id === 'string' && /^[\w-]{11}$/.test(id))
    return { type: 'embed', provider, id, title };
  if (provider === 'link' && typeof href === 'string' && isWebAddress(href))
    return { type: 'embed', provider, href, title };
  return null;
}

function atomOf(node: JSONContent): Block | null {
  const attrs = node.attrs ?? {};
  switch (node.type) {
    case 'photo': {
      const photo = photoOf(attrs);
      return photo && { type: 'photo', ...photo };
    }
    case 'gallery': {
      const photos = photosOf(attrs['photos']);
      return photos.length > 0 ? { type: 'gallery', photos } : null;
    }
    case 'related': {
      const articles = articlesOf(attrs['articles']);
      return articles.length > 0 ? { type: 'related', articles } : null;
    }
    case 'embed':
      return embedOf(attrs);
    default:
      return null;
  }
}

/** The block that a node of the document's top is; null where it says nothing (yet): an empty line, an upload under way. */
function blockOf(node: JSONContent): Block | null {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'pullout':
      return textBlock(node);
    case 'bulletList':
    case 'orderedList':
      return listOf(node);
    case 'quote':
      return quoteOf(node);
    case 'table':
      return tableOf(node);
    default:
      return atomOf(node);
  }
}

/** The editor's document as a body, without what says nothing. */
export function toBlocks(doc: JSONContent): Body {
  return (doc.content ?? []).map(blockOf).filter((block) => block !== null);
}

/** The place among the document's nodes (from 0) of the body's n-th block, as the checks count them; -1: there is none. */
export function placeOfBlock(doc: JSONContent, block: number): number {
  let left = block;
  return (doc.content ?? []).findIndex((node) => blockOf(node) !== null && left-- === 0);
}
