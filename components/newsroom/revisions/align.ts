import { diffIndices } from 'node-diff3';
import type { Block, Body } from '#lib/body/types.ts';
import { blockText } from '../saving/block-text.ts';
import { keyOf } from '../saving/same.ts';

/** Blocks beside each other: the same, two states of one, or one that is only on its side. */
export interface Pair {
  before: Block | null;
  now: Block | null;
}

const wordsOf = (block: Block) =>
  new Set(
    blockText(block)
      .toLocaleLowerCase('vi')
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  );

/** From 0 (nothing in common) to 1: the words that both have, of all that they have; another kind of block is another block. */
function likeness(a: Block, b: Block): number {
  if (a.type !== b.type) return 0;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 1 : shared / all;
}

/** Less alike than this, one was taken out and another put in. */
const alikeFrom = 0.25;
/** More pairs than this are not tried out: a body that was replaced as a whole. */
const mostTried = 2500;

/** How much two lists of blocks have in common from a place in each on, in the best pairing of what follows. */
class Likeness {
  readonly #like: number[][];
  readonly #best: number[][];

  constructor(before: Block[], now: Block[]) {
    this.#like = before.map((a) => now.map((b) => likeness(a, b)));
    this.#best = Array.from({ length: before.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
    for (let i = before.length - 1; i >= 0; i--) {
      const row = this.#best[i] ?? [];
      for (let j = now.length - 1; j >= 0; j--) {
        row[j] = Math.max(this.paired(i, j), this.from(i + 1, j), this.from(i, j + 1));
      }
    }
  }

  from(i: number, j: number): number {
    return this.#best[i]?.[j] ?? 0;
  }

  /** If the two are a pair; -1 where they have too little in common. */
  paired(i: number, j: number): number {
    const value = this.#like[i]?.[j] ?? 0;
    return value < alikeFrom ? -1 : value + this.from(i + 1, j + 1);
  }
}

/** Which block of the one became which of the other: the pairing, in order, with the most in common. */
function pairChanged(before: Block[], now: Block[]): Pair[] {
  if (before.length * now.length > mostTried) return apart(before, now);
  const common = new Likeness(before, now);
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < now.length) {
    const most = common.from(i, j);
    const isPair = common.paired(i, j) === most;
    const isGone = !isPair && common.from(i + 1, j) === most;
    pairs.push({
      before: isPair || isGone ? (before[i++] ?? null) : null,
      now: isGone ? null : (now[j++] ?? null),
    });
  }
  return [...pairs, ...apart(before.slice(i), now.slice(j))];
}

const apart = (before: Block[], now: Block[]): Pair[] => [
  ...before.map((block) => ({ before: block, now: null })),
  ...now.map((block) => ({ before: null, now: block })),
];

/** Two bodies beside each other, in the order of both. */
export function alignBodies(before: Body, now: Body): Pair[] {
  const pairs: Pair[] = [];
  let at = 0;
  const same = (to: number) => {
    for (const block of before.slice(at, to)) pairs.push({ before: block, now: block });
  };
  for (const { buffer1, buffer2 } of diffIndices(before.map(keyOf), now.map(keyOf))) {
    same(buffer1[0]);
    at = buffer1[0] + buffer1[1];
    pairs.push(...pairChanged(before.slice(buffer1[0], at), now.slice(buffer2[0], buffer2[0] + buffer2[1])));
  }
  same(before.length);
  return pairs;
}
