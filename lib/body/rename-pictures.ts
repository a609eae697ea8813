import type { Block, Body } from './blocks.ts';

function renameIn(block: Block, nameOf: (key: string) => string): Block {
  if (block.type === 'photo') return { ...block, picture: nameOf(block.picture) };
  if (block.type !== 'gallery') return block;
  return { ...block, photos: block.photos.map((photo) => ({ ...photo, picture: nameOf(photo.picture) })) };
}

/** The body with other keys for its pictures. */
export function renamePictures(body: Body, nameOf: (key: string) => string): Body {
  return body.map((block) => renameIn(block, nameOf));
}
