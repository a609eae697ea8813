import type { JSONContent } from '@tiptap/core';
import type { Block, Body, Line, Run } from '#lib/body/types.ts';

function marksOf({ bold, italic, href }: Run): { type: string; attrs?: Record<string, unknown> }[] {
  return [
    ...(href === undefined ? [] : [{ type: 'link', attrs: { href } }]),
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
  ];
}

/** An empty text is no node. */
const text = (run: Run): JSONContent[] =>
  run.text === '' ? [] : [{ type: 'text', text: run.text, marks: marksOf(run) }];

const textBlock = (type: string, line: Line, attrs?: Record<string, unknown>): JSONContent => ({
  type,
  ...(attrs && { attrs }),
  content: line.flatMap(text),
});

const paragraph = (line: Line) => textBlock('paragraph', line);

const list = (items: Line[], ordered: boolean): JSONContent => ({
  type: ordered ? 'orderedList' : 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
});

const table = (rows: Line[][]): JSONContent => ({
  type: 'table',
  content: rows.map((row, place) => ({
    type: 'tableRow',
    content: row.map((cell) => ({
      type: place === 0 ? 'tableHeader' : 'tableCell',
      content: [paragraph(cell)],
    })),
  })),
});

const quote = (lines: Line[], cite = ''): JSONContent => ({
  type: 'quote',
  content: [...lines.map(paragraph), textBlock('quoteSource', [{ text: cite }])],
});

function nodeOf(block: Block): JSONContent {
  switch (block.type) {
    case 'paragraph':
    case 'pullout':
      return textBlock(block.type, block.line);
    case 'heading':
      return textBlock('heading', block.line, { level: block.level });
    case 'list':
      return list(block.items, block.ordered);
    case 'quote':
      return quote(block.lines, block.cite);
    case 'table':
      return table(block.rows);
    default: {
      const { type, ...attrs } = block;
      return { type, attrs };
    }
  }
}

/**
 * A body as the editor's document. It ends in a paragraph, so that there is a place to write on under a photo or a
 * table.
 */
export function fromBlocks(body: Body): JSONContent {
  const content = body.map(nodeOf);
  if (content.at(-1)?.type !== 'paragraph') content.push(paragraph([]));
  return { type: 'doc', content };
}
