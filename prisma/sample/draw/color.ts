/** Numbers, colours and seeded chance. */

/** Rounds a number for SVG. */
export const num = (value: number): string => String(Math.round(value * 10) / 10);

/** Red, green and blue of a hex colour. */
export const channels = (hex: string): number[] => {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  return [1, 3, 5].map((at) => parseInt(full.slice(at, at + 2), 16));
};

/** A colour between two hex colours. */
export const mix = (from: string, to: string, part: number): string => {
  const end = channels(to);
  const mixed = channels(from).map((value, at) => Math.round(value + ((end[at] ?? 0) - value) * part));
  return `#${mixed.map((value) => Math.max(0, Math.min(255, value)).toString(16).padStart(2, '0')).join('')}`;
};

export const darker = (color: string, part: number): string => mix(color, '#0a0d18', part);
export const lighter = (color: string, part: number): string => mix(color, '#fff6e4', part);

const hash = (text: string): number => {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16777619);
  return value >>> 0;
};

/** A seeded random generator (mulberry32). */
export const generator = (seed: string): (() => number) => {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
};
