/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** A whole number from 0 up to, not including, `most` (0 where that is 0). */
  below: (most: number) => number;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  /** True so often out of a hundred times. */
  percent: (often: number) => boolean;
}

/** @param seed  names the run, so that one that failed can be had again (mulberry32) */
export function chance(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  return {
    below,
    pick: (from) => from[below(from.length)] ?? from[0],
    percent: (often) => next() * 100 < often,
  };
}
