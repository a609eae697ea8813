import type { Block, Body } from './blocks.ts';
import { cleanLine, lineText } from './clean-line.ts';

const word = (text: string) => lineText(cleanLine([{ text }]));

/** The block in its clean form, or null when nothing is left of it. */
function cleanBlock(block: Block): Block | null {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'pullout': {
      const line = cleanLine(block.line);
      return line.length > 0 ? { ...block, line } : null;
    }
    case 'list': {
      const items = block.items.map(cleanLine).filter((item) => item.length > 0);
      return items.length > 0 ? { ...block, items } : null;
    }
    case 'quote': {
      const lines = block.lines.map(cleanLine).filter((line) => line.length > 0);
      const cite = word(block.cite ?? '');
      return lines.length > 0 ? { type: 'quote', lines, ...(cite && { cite }) } : null;
    }
    case 'table': {
      const rows = block.rows.map((row) => row.map(cleanLine));
      return rows.some((row) => row.some((cell) => cell.length > 0)) ? { ...block, rows } : null;
    }
    case 'photo':
      return { ...block, alt: word(block.alt), caption: word(block.caption), credit: word(block.credit) };
    case 'embed':
      return { ...block, title: word(block.title) };
  }
}

/**
 * A body in its one clean form (see cleanLine), without blocks that say nothing. Two bodies that read alike are
 * equal after it; Markdown and back gives this form.
 */
export function cleanBody(body: Body): Body {
  return body.map(cleanBlock).filter((block) => block !== null);
}
