export type { Block, Body, Line, Run } from './blocks.ts';
