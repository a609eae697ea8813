import type { Block, Body, PhotoBlock } from './blocks.ts';

/** The photos of a block: its own, those of a gallery, or none. */
export function photosOf(block: Block): Omit<PhotoBlock, 'type'>[] {
  if (block.type === 'photo') return [block];
  return block.type === 'gallery' ? block.photos : [];
}

/** The keys of the pictures that stand in a body, each once, in the order they come. */
export function photoKeys(body: Body): string[] {
  return [...new Set(body.flatMap(photosOf).map((photo) => photo.picture))];
}
