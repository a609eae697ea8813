import type { Line, Run } from '#lib/body/types.ts';
import { isHidden, type Marks, marksIn } from './marks.ts';
import { type PastedBlock, type PastedPicture, wordsOf } from './pasted.ts';
import { gridOf } from './tables.ts';
import { markerOf, withoutSign, wordItem } from './word-lists.ts';

// What other programs put on the clipboard, read for what it says: headings, paragraphs, bold, italic, links, lists,
// quotes, tables and pictures. How it looked there is left behind.

const blockTags =
  /^(P|DIV|SECTION|ARTICLE|HEADER|FOOTER|MAIN|ASIDE|FIGURE|CENTER|ADDRESS|DL|DT|DD|PRE|FIELDSET|FORM|NAV|DETAILS|SUMMARY|HR|BODY|TD|TH|LI|CAPTION)$/;

/** Text as a body keeps it: NFC, each blank a plain space, without signs that nobody sees. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ');

const join = (lines: Line[]): Line =>
  lines.flatMap((line, place) => (place > 0 ? [{ text: ' ' }, ...line] : line));

/** Bold that a whole heading or head of a table has is how such things look, and no emphasis. */
function withoutWholeBold(line: Line): Line {
  const isWhole = line.every((run) => run.bold || !run.text.trim());
  return isWhole ? line.map(({ bold: _, ...run }) => run) : line;
}

class Reader {
  readonly blocks: PastedBlock[] = [];
  #line: Run[] = [];

  read(nodes: Iterable<Node>, marks: Marks): void {
    for (const node of nodes) {
      if (node instanceof Text) this.#text(node.data, marks);
      else if (node instanceof HTMLElement && !isHidden(node)) this.#element(node, marks);
    }
  }

  /** Ends the paragraph at hand. */
  flush(): void {
    const line = this.#line;
    this.#line = [];
    if (wordsOf(line) !== '') this.blocks.push({ type: 'paragraph', line });
  }

  #text(data: string, marks: Marks): void {
    const text = plain(data);
    if (text !== '') this.#line.push(text.trim() === '' ? { text } : { text, ...marks });
  }

  #element(element: HTMLElement, around: Marks): void {
    const marks = marksIn(element, around);
    const special = specials.find(({ is }) => is.test(element.tagName));
    if (special) {
      this.flush();
      special.read(this, element, marks);
    } else if (element.tagName === 'BR') {
      this.flush();
    } else if (blockTags.test(element.tagName)) {
      this.flush();
      readBlock(this, element, marks);
      this.flush();
    } else {
      this.read(element.childNodes, marks);
    }
  }

  /** The pictures among what was read of something that keeps words only. */
  keepPictures(blocks: readonly PastedBlock[]): void {
    this.blocks.push(...blocks.filter((block) => block.type === 'picture'));
  }
}

function blocksOf(nodes: Iterable<Node>, marks: Marks): PastedBlock[] {
  const reader = new Reader();
  reader.read(nodes, marks);
  reader.flush();
  return reader.blocks;
}

function linesOf(block: PastedBlock): Line[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.line];
    case 'list':
      return block.items;
    case 'quote':
      return block.lines;
    case 'table':
      return block.rows.map((row) => join(row));
    case 'picture':
      return [];
  }
}

/** A list goes on where the last one, just before it, is of the same kind: Word gives each item a list of its own. */
function addItem(reader: Reader, item: Line, ordered: boolean, isInner: boolean): void {
  if (wordsOf(item) === '') return;
  const last = reader.blocks.at(-1);
  if (last?.type === 'list' && (isInner || last.ordered === ordered)) last.items.push(item);
  else reader.blocks.push({ type: 'list', ordered, items: [item] });
}

function readWordItem(reader: Reader, element: HTMLElement, marks: Marks): boolean {
  const item = wordItem(element);
  if (!item) return false;
  const blocks = blocksOf(element.childNodes, marks);
  const line = join(blocks.flatMap(linesOf));
  const [first, ...rest] = line;
  const text = first && !markerOf(element) ? [{ ...first, text: withoutSign(first.text) }, ...rest] : line;
  addItem(reader, text, item.ordered, item.level > 1);
  reader.keepPictures(blocks);
  return true;
}

/** A caption of Word's belongs to the picture that it stands under. */
function readCaption(reader: Reader, element: HTMLElement): boolean {
  const last = reader.blocks.at(-1);
  const isCaption = element.tagName === 'FIGCAPTION' || element.classList.contains('MsoCaption');
  if (!isCaption || last?.type !== 'picture') return false;
  last.caption = plain(element.textContent ?? '').trim();
  return true;
}

function readBlock(reader: Reader, element: HTMLElement, marks: Marks): void {
  if (readWordItem(reader, element, marks) || readCaption(reader, element)) return;
  if (/^Mso(Title|Subtitle)$/.test(element.className)) readHeading(reader, element, marks);
  else if (/^Mso(Intense)?Quote/.test(element.className)) readQuote(reader, element, marks);
  else reader.read(element.childNodes, marks);
}

function readHeading(reader: Reader, element: HTMLElement, marks: Marks): void {
  const level = /^H[3-6]$/.test(element.tagName) ? 3 : 2;
  const blocks = blocksOf(element.childNodes, marks);
  const line = withoutWholeBold(join(blocks.flatMap(linesOf)));
  if (wordsOf(line) !== '') reader.blocks.push({ type: 'heading', level, line });
  reader.keepPictures(blocks);
}

function readList(reader: Reader, element: HTMLElement, marks: Marks, isInner = false): void {
  const ordered = element.tagName === 'OL';
  for (const child of element.children) {
    if (!(child instanceof HTMLElement)) continue;
    if (/^[UO]L$/.test(child.tagName)) readList(reader, child, marks, true);
    else readItem(reader, child, marks, ordered, isInner);
  }
}

/** An item is one line; lists inside it are further items of the same list. */
function readItem(
  reader: Reader,
  item: HTMLElement,
  around: Marks,
  ordered: boolean,
  isInner: boolean,
): void {
  const marks = marksIn(item, around);
  const inner = [...item.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && /^[UO]L$/.test(child.tagName),
  );
  const own = [...item.childNodes].filter((child) => !inner.some((list) => list === child));
  const blocks = blocksOf(own, marks);
  addItem(reader, join(blocks.flatMap(linesOf)), ordered, isInner);
  for (const list of inner) readList(reader, list, marks, true);
  reader.keepPictures(blocks);
}

function readQuote(reader: Reader, element: HTMLElement, marks: Marks): void {
  const source = element.querySelector('footer, cite');
  const cite = plain(source?.textContent ?? '')
    .replace(/^[\s—–-]+/, '')
    .trim();
  if (cite) source?.remove();
  const blocks = blocksOf(element.childNodes, marks);
  const lines = blocks.flatMap(linesOf);
  if (lines.length > 0) reader.blocks.push({ type: 'quote', lines, ...(cite && { cite }) });
  reader.keepPictures(blocks);
}

function readTable(reader: Reader, element: HTMLElement, marks: Marks): void {
  if (!(element instanceof HTMLTableElement)) return;
  const grid = gridOf(element);
  const cells = grid.flat().filter((cell) => cell !== null);
  // One cell is a frame around a text, and no table.
  if (cells.length <= 1) {
    reader.blocks.push(...cells.flatMap((cell) => blocksOf(cell.childNodes, marks)));
    return;
  }
  const read = new Map(cells.map((cell) => [cell, blocksOf(cell.childNodes, marksIn(cell, marks))]));
  const lineIn = (cell: HTMLTableCellElement | null): Line =>
    join((cell ? (read.get(cell) ?? []) : []).flatMap(linesOf));
  const rows = grid
    .map((row) => row.map(lineIn))
    .filter((row) => row.some((line) => wordsOf(line) !== ''))
    .map((row, place) => (place === 0 ? row.map(withoutWholeBold) : row));
  if (rows.length > 0) reader.blocks.push({ type: 'table', rows });
  reader.keepPictures([...read.values()].flat());
}

const isDot = (size: string | null) => size !== null && Number.parseFloat(size) <= 2;

function readPicture(reader: Reader, element: HTMLElement): void {
  const address = element.getAttribute('src') ?? '';
  if (!address || isDot(element.getAttribute('width')) || isDot(element.getAttribute('height'))) return;
  const alt = plain(element.getAttribute('alt') ?? '').trim();
  const picture: PastedPicture = { type: 'picture', address, alt, caption: '' };
  reader.blocks.push(picture);
}

interface Special {
  is: RegExp;
  read: (reader: Reader, element: HTMLElement, marks: Marks) => void;
}

const specials: Special[] = [
  { is: /^H[1-6]$/, read: readHeading },
  { is: /^[UO]L$/, read: (reader, element, marks) => readList(reader, element, marks) },
  { is: /^BLOCKQUOTE$/, read: readQuote },
  { is: /^TABLE$/, read: readTable },
  { is: /^IMG$/, read: readPicture },
  {
    is: /^FIGCAPTION$/,
    read: (reader, element, marks) => {
      if (!readCaption(reader, element)) reader.read(element.childNodes, marks);
      reader.flush();
    },
  },
];

/** The blocks of an HTML text from another program. Nothing of it is loaded or run. */
export function readPasted(html: string): PastedBlock[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return blocksOf(body.childNodes, {});
}
