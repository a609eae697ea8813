import type { Blockquote, Html, Image, List, PhrasingContent, RootContent, Table, TableCell } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { youtubeAddress } from '#lib/site/youtube.ts';
import type { Block, Body, EmbedBlock, Line, PhotoBlock, RelatedBlock, Run } from './blocks.ts';
import { cleanBody } from './clean-body.ts';
import { lineText } from './clean-line.ts';
import { joinPhotoTitle } from './photo-title.ts';

/** Markdown of ours that is written as it stands. */
const raw = (value: string): Html => ({ type: 'html', value });

const marks: readonly ((run: Run) => string | undefined)[] = [
  (run) => run.href,
  (run) => (run.bold ? 'strong' : undefined),
  (run) => (run.italic ? 'emphasis' : undefined),
];

function wrap(depth: number, mark: string, children: PhrasingContent[]): PhrasingContent {
  if (depth === 0) return { type: 'link', url: mark, children };
  return { type: depth === 1 ? 'strong' : 'emphasis', children };
}

/** Runs as nested marks: neighbours of one link first, of one bold within it, of one italic within that. */
function phrasing(line: Line, depth = 0): PhrasingContent[] {
  const markOf = marks[depth];
  if (!markOf) return line.map((run) => ({ type: 'text', value: run.text }));
  const nodes: PhrasingContent[] = [];
  let from = 0;
  while (from < line.length) {
    const mark = markOf(line[from] ?? { text: '' });
    let to = from + 1;
    while (to < line.length && markOf(line[to] ?? { text: '' }) === mark) to++;
    const children = phrasing(line.slice(from, to), depth + 1);
    if (mark === undefined) nodes.push(...children);
    else nodes.push(wrap(depth, mark, children));
    from = to;
  }
  return nodes;
}

/** An address at a paragraph's start could become a link or a video; with a backslash in it it stays text. */
function paragraph(line: Line): RootContent {
  const children = phrasing(line);
  const [first] = children;
  const scheme = first?.type === 'text' ? /^https?(?=:\/\/)/i.exec(first.value)?.[0] : undefined;
  if (first?.type !== 'text' || !scheme) return { type: 'paragraph', children };
  const after: PhrasingContent = { type: 'text', value: first.value.slice(scheme.length + 1) };
  return { type: 'paragraph', children: [raw(`${scheme}\\:`), after, ...children.slice(1)] };
}

function list(items: Line[], ordered: boolean): List {
  return {
    type: 'list',
    ordered,
    ...(ordered && { start: 1 }),
    spread: false,
    children: items.map((line) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: phrasing(line) }],
    })),
  };
}

function quote(lines: Line[], cite: string | undefined): Blockquote {
  const source: PhrasingContent = { type: 'text', value: cite ? `\n— ${cite}` : '\n—' };
  const needsDash = cite !== undefined || /^—( |$)/.test(lineText(lines.at(-1) ?? []));
  const paragraphs = lines.map((line, index) => {
    const children = phrasing(line);
    if (needsDash && index === lines.length - 1) children.push(source);
    return { type: 'paragraph' as const, children };
  });
  return { type: 'blockquote', children: paragraphs };
}

const pullout = (line: Line): Blockquote => ({
  type: 'blockquote',
  children: [{ type: 'paragraph', children: [raw('[!trích]\n'), ...phrasing(line)] }],
});

function table(rows: Line[][]): Table {
  const cell = (line: Line): TableCell => ({ type: 'tableCell', children: phrasing(line) });
  return { type: 'table', children: rows.map((row) => ({ type: 'tableRow', children: row.map(cell) })) };
}

type Photo = Omit<PhotoBlock, 'type'>;
type PhotoFile = (key: string) => string;

function image(photo: Photo, file: string): Image {
  const title = joinPhotoTitle(photo.caption, photo.credit);
  return { type: 'image', url: file, alt: photo.alt, ...(title && { title }) };
}

/** The photos of a gallery, a line each; one alone is a photo. */
function photos(all: Photo[], photoFile: PhotoFile): RootContent {
  const images = all.map((photo) => image(photo, photoFile(photo.picture)));
  const children = images.flatMap((each, index): PhrasingContent[] =>
    index === 0 ? [each] : [{ type: 'text', value: '\n' }, each],
  );
  return { type: 'paragraph', children };
}

/** The articles of a box by their titles; without a title there is no way to name one. */
function related({ articles }: RelatedBlock): RootContent[] {
  const names = articles.map(({ title }) => title).filter((title) => title !== '');
  if (names.length === 0) return [];
  const mark: RootContent = { type: 'paragraph', children: [raw('[!liên quan]')] };
  const items = list(
    names.map((text) => [{ text }]),
    false,
  );
  return [{ type: 'blockquote', children: [mark, items] }];
}

function embed(block: EmbedBlock): RootContent {
  if (block.provider === 'link') return raw(`${block.href} "${block.title}"`);
  return raw(youtubeAddress(block.id) + (block.title && ` "${block.title}"`));
}

function nodesOf(block: Block, photoFile: PhotoFile): RootContent[] {
  switch (block.type) {
    case 'photo':
      return [photos([block], photoFile)];
    case 'gallery':
      return [photos(block.photos, photoFile)];
    case 'related':
      return related(block);
    default:
      return [nodeOf(block)];
  }
}

function nodeOf(block: Exclude<Block, { type: 'photo' | 'gallery' | 'related' }>): RootContent {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.line);
    case 'heading':
      return { type: 'heading', depth: block.level, children: phrasing(block.line) };
    case 'list':
      return list(block.items, block.ordered);
    case 'quote':
      return quote(block.lines, block.cite);
    case 'pullout':
      return pullout(block.line);
    case 'table':
      return table(block.rows);
    case 'embed':
      return embed(block);
  }
}

/**
 * A body as Markdown that `readMarkdown` turns into the same body again (in its clean form, the articles of boxes by
 * name).
 * @param photoFile  the path to write for a picture's key
 */
export function writeMarkdown(body: Body, photoFile: PhotoFile): string {
  const children = cleanBody(body).flatMap((block) => nodesOf(block, photoFile));
  return toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      emphasis: '*',
      strong: '*',
      listItemIndent: 'one',
      incrementListMarker: true,
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
    },
  );
}
