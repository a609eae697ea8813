import type { Body } from './blocks.ts';

/** The keys of the pictures that stand in a body, each once, in the order they come. */
export function photoKeys(body: Body): string[] {
  return [...new Set(body.flatMap((block) => (block.type === 'photo' ? [block.picture] : [])))];
}
