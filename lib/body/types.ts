export type { Block, Body, EmbedBlock, GalleryBlock, Line, RelatedBlock, Run } from './blocks.ts';
