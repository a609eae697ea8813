import type { Block, Body } from './blocks.ts';
import { lineText } from './clean-line.ts';
import { photosOf } from './photo-keys.ts';

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
    case 'gallery':
    case 'related':
      return [];
    case 'embed':
      return block.title ? [block.title] : [];
  }
}

/** The words of a body, a line for each paragraph, item or row; what stands under photos, and other articles' headlines, are not among them. */
export function plainText(body: Body): string {
  return body.flatMap(blockText).join('\n');
}

/** Captions and credits of a body's photos, a line each. */
export function captionText(body: Body): string {
  return body
    .flatMap(photosOf)
    .flatMap((photo) => [photo.caption, photo.credit])
    .filter((text) => text !== '')
    .join('\n');
}
