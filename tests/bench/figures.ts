/** How long something took, over many tries, in milliseconds. */
export interface Figures {
  tries: number;
  p50: number;
  p95: number;
  max: number;
}

const tenth = (ms: number) => Math.round(ms * 10) / 10;

export function figuresOf(times: readonly number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b);
  // The smallest time that so many of them are not above.
  const at = (part: number) => tenth(sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0);
  return { tries: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** A line of a table, its columns under each other. */
export function line(name: string, { tries, p50, p95, max }: Figures): string {
  const number = (value: number) => value.toFixed(1).padStart(9);
  return `  ${name.padEnd(34)}${String(tries).padStart(6)}${number(p50)}${number(p95)}${number(max)}`;
}

export const heading = `  ${'milliseconds'.padEnd(34)}${'tries'.padStart(6)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'max'.padStart(9)}`;
