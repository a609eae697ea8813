import type {
  BlockContent,
  DefinitionContent,
  Heading,
  Image,
  List,
  Paragraph,
  RootContent,
  Table,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { isWebAddress } from '#lib/site/links.ts';
import { youtubeId } from '#lib/site/youtube.ts';
import { type Block, type Body, type Line, mostPhotos, type PhotoBlock } from './blocks.ts';
import { BodyProblem } from './body-problem.ts';
import { cleanBody } from './clean-body.ts';
import { lineOf, readPhrasing, type Source, splitAtHardBreaks, written } from './markdown-line.ts';
import { type MarkdownRelated, readQuote, type TextBlock } from './markdown-quote.ts';
import { splitPhotoTitle } from './photo-title.ts';

/** A photo as a file names it: by path, until the picture is stored and has a key. */
export interface MarkdownPhoto extends Omit<PhotoBlock, 'picture'> {
  /** As written, relative to the article's file. */
  file: string;
  /** Line of the file, from 1. */
  line: number;
}

interface MarkdownGallery {
  type: 'gallery';
  photos: MarkdownPhoto[];
}

export type MarkdownBlock = TextBlock | MarkdownPhoto | MarkdownGallery | MarkdownRelated;

const refusals: Partial<Record<RootContent['type'], string>> = {
  html: 'HTML has no place in an article; write plain Markdown, and "\\<" for a "<" that should be read',
  code: "code has no place in an article; a paragraph begins at the line's start, without four spaces or ``` before it",
  thematicBreak: 'a line across the page has no place in an article; use a subhead (##)',
  definition: 'write a link with its address: [words](https://…)',
  footnoteDefinition: 'footnotes have no place in an article; put the note into the text',
};

function readPhoto(node: Image, line: number): MarkdownPhoto {
  const { caption, credit } = splitPhotoTitle(node.title ?? '');
  return { type: 'photo', file: node.url, line, alt: node.alt ?? '', caption, credit };
}

/** Pictures and nothing else: one is a photo, several are a gallery. Null for any other paragraph. */
function readPhotos(node: Paragraph, source: Source): MarkdownPhoto | MarkdownGallery | null {
  const others = node.children.filter(
    (child) =>
      child.type !== 'image' &&
      child.type !== 'break' &&
      !(child.type === 'text' && /^\s*$/.test(child.value)),
  );
  if (others.length > 0) return null;
  const images = node.children.filter((child) => child.type === 'image');
  const [first, ...more] = images.map((image) => readPhoto(image, lineOf(image, source)));
  if (!first || more.length === 0) return first ?? null;
  if (more.length >= mostPhotos)
    throw new BodyProblem(lineOf(node, source), `a gallery holds ${mostPhotos} photos at most; divide it`);
  return { type: 'gallery', photos: [first, ...more] };
}

/** An address alone in its paragraph: with its title in quotes after it a video of YouTube's or a card, else a link. */
function readAddress(text: string): TextBlock | null {
  const alone = /^(https?:\/\/[^\s<>]+)(?:[ \t]+"(.*)")?[ \t]*$/i.exec(text);
  const url = alone?.[1];
  if (!url) return null;
  const id = youtubeId(url);
  const title = alone[2];
  if (id) return { type: 'embed', provider: 'youtube', id, title: title ?? '' };
  if (title === undefined) return { type: 'paragraph', line: [{ text: url, href: url }] };
  return isWebAddress(url) ? { type: 'embed', provider: 'link', href: url, title } : null;
}

function readParagraph(node: Paragraph, source: Source): MarkdownBlock[] {
  const photos = readPhotos(node, source);
  if (photos) return [photos];
  const address = readAddress(written(node, source));
  if (address) return [address];
  return splitAtHardBreaks(readPhrasing(node.children, source)).map((line) => ({ type: 'paragraph', line }));
}

function readHeading(node: Heading, source: Source): TextBlock {
  const { depth } = node;
  if (depth === 2 || depth === 3)
    return { type: 'heading', level: depth, line: readPhrasing(node.children, source) };
  throw new BodyProblem(
    lineOf(node, source),
    depth === 1
      ? 'the headline is "title" above; a subhead begins with ## (or ###)'
      : `a subhead begins with ## or ###, not ${'#'.repeat(depth)}`,
  );
}

function readItem(children: (BlockContent | DefinitionContent)[], source: Source): Line {
  const [only, second] = children;
  if (!only) return [];
  const odd = only.type === 'paragraph' ? second : only;
  if (odd) {
    throw new BodyProblem(
      lineOf(odd, source),
      odd.type === 'list'
        ? 'a list inside a list has no place in an article; make it one list, or two with a subhead'
        : 'an item of a list is one paragraph; indent nothing below it',
    );
  }
  return only.type === 'paragraph' ? readPhrasing(only.children, source) : [];
}

function readList(node: List, source: Source): TextBlock {
  const line = lineOf(node, source);
  if (node.ordered && node.start !== 1) {
    throw new BodyProblem(
      line,
      `a numbered list begins at 1; for a paragraph that begins with a number write "${node.start}\\."`,
    );
  }
  const items = node.children.map((item) => readItem(item.children, source));
  return { type: 'list', ordered: node.ordered === true, items };
}

function readTable(node: Table, source: Source): TextBlock {
  const columns = node.children[0]?.children.length ?? 0;
  const rows = node.children.map((row) => {
    if (row.children.length > columns) {
      throw new BodyProblem(
        lineOf(row, source),
        `this row has ${row.children.length} cells, the table's header ${columns}; write "\\|" for a bar that should be read`,
      );
    }
    const cells = row.children.map((cell) => readPhrasing(cell.children, source));
    return [...cells, ...Array.from({ length: columns - cells.length }, (): Line => [])];
  });
  return { type: 'table', rows };
}

function readBlock(node: RootContent, source: Source): MarkdownBlock[] {
  switch (node.type) {
    case 'paragraph':
      return readParagraph(node, source);
    case 'heading':
      return [readHeading(node, source)];
    case 'list':
      return [readList(node, source)];
    case 'table':
      return [readTable(node, source)];
    case 'blockquote':
      return [readQuote(node, source)];
    default:
      throw new BodyProblem(
        lineOf(node, source),
        refusals[node.type] ?? `"${node.type}" has no place in an article`,
      );
  }
}

/**
 * Reads a body written in Markdown (DESIGN section 6). A hard line break begins a new paragraph (inside a quote a new
 * line of it, elsewhere it is a space); titles of links and the alignment of table columns are not kept.
 * @param firstLine  the line of the file on which the Markdown begins, for the problems' sake
 * @throws BodyProblem for the first thing that a body has no place for: HTML, h1 and h4–h6, code, footnotes, nested
 *   lists, pictures inside text, lines across the page
 */
export function readMarkdown(text: string, firstLine = 1): MarkdownBlock[] {
  const source: Source = { markdown: text.normalize('NFC'), firstLine };
  const tree = fromMarkdown(source.markdown, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  return tree.children.flatMap((node) => readBlock(node, source));
}

/** The photos of all blocks, those in galleries included, in their order. */
export function markdownPhotos(blocks: MarkdownBlock[]): MarkdownPhoto[] {
  return blocks.flatMap((block) => {
    if ('file' in block) return [block];
    return block.type === 'gallery' ? block.photos : [];
  });
}

function photoOf(photo: MarkdownPhoto, keyOf: (photo: MarkdownPhoto) => string) {
  const { alt, caption, credit } = photo;
  return { picture: keyOf(photo), alt, caption, credit };
}

/** The body, once every photo's file has become a picture: `keyOf` gives the picture's key. Clean (see cleanBody). */
export function withPictures(blocks: MarkdownBlock[], keyOf: (photo: MarkdownPhoto) => string): Body {
  return cleanBody(
    blocks.map((block): Block => {
      if ('file' in block) return { type: 'photo', ...photoOf(block, keyOf) };
      if (block.type === 'gallery')
        return { type: 'gallery', photos: block.photos.map((photo) => photoOf(photo, keyOf)) };
      if (block.type !== 'related') return block;
      return { type: 'related', articles: block.names.map(({ name }) => ({ id: null, title: name })) };
    }),
  );
}
