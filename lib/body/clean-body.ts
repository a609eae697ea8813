import { youtubeId } from '#lib/site/youtube.ts';
import type { Block, Body, EmbedBlock, GalleryBlock, PhotoBlock, RelatedBlock } from './blocks.ts';
import { cleanLine, lineText } from './clean-line.ts';

const word = (text: string) => lineText(cleanLine([{ text }]));

const cleanPhoto = <P extends Omit<PhotoBlock, 'type'>>(photo: P): P => ({
  ...photo,
  alt: word(photo.alt),
  caption: word(photo.caption),
  credit: word(photo.credit),
});

/** One photo alone is no gallery. */
function cleanGallery({ photos }: GalleryBlock): Block | null {
  const [first, ...others] = photos.map(cleanPhoto);
  if (!first) return null;
  return others.length > 0 ? { type: 'gallery', photos: [first, ...others] } : { type: 'photo', ...first };
}

function cleanRelated({ articles }: RelatedBlock): Block | null {
  const clean = articles
    .map(({ id, title }) => ({ id, title: word(title) }))
    .filter(({ id, title }) => id !== null || title !== '');
  return clean.length > 0 ? { type: 'related', articles: clean } : null;
}

/** A card that leads to a video is that video. */
function cleanEmbed(block: EmbedBlock): Block {
  const title = word(block.title);
  if (block.provider === 'youtube') return { ...block, title };
  const id = youtubeId(block.href);
  return id ? { type: 'embed', provider: 'youtube', id, title } : { ...block, title };
}

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
      return cleanPhoto(block);
    case 'gallery':
      return cleanGallery(block);
    case 'related':
      return cleanRelated(block);
    case 'embed':
      return cleanEmbed(block);
  }
}

/**
 * A body in its one clean form (see cleanLine), without blocks that say nothing. Two bodies that read alike are
 * equal after it; Markdown and back gives this form.
 */
export function cleanBody(body: Body): Body {
  return body.map(cleanBlock).filter((block) => block !== null);
}
