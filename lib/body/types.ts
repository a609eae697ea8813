export type { Block, Body, EmbedBlock, GalleryBlock, Line, PhotoBlock, RelatedBlock, Run } from './blocks.ts';
