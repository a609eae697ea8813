export type { Block, Body, Line, PhotoBlock, Run } from './blocks.ts';
