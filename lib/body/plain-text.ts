import type { Block, Body } from './blocks.ts';
import { lineText } from './clean-line.ts';

function blockText(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'pullout':
      return [lineText(block.line)];
    case 'list':
      return block.items.map(lineText);
    case 'quote':
      return [...block.lines.map(lineText), ...(block.cite ? [block.cite] : [])];
    case 'table':
      return block.rows.map((row) => row.map(lineText).join(' '));
    case 'photo':
      return [];
    case 'embed':
      return block.title ? [block.title] : [];
  }
}

/** The words of a body, a line for each paragraph, item or row; what stands under photos is not among them. */
export function plainText(body: Body): string {
  return body.flatMap(blockText).join('\n');
}

/** Captions and credits of a body's photos, a line each. */
export function captionText(body: Body): string {
  return body
    .flatMap((block) => (block.type === 'photo' ? [block.caption, block.credit] : []))
    .filter((text) => text !== '')
    .join('\n');
}

/** Words as Vietnamese counts them: what stands between spaces and holds a letter or a digit. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
