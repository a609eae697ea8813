import type { Draw } from '#tests/support/random.ts';

export const archiveYears = 15;
const dayMs = 86_400_000;
const spanMs = archiveYears * 365.25 * dayMs;

/** Of a day's articles, how many come out in each of its hours in Viet Nam: from five in the morning till midnight. */
const hours = [0, 0, 0, 0, 0, 4, 7, 8, 8, 8, 7, 7, 5, 5, 6, 7, 8, 7, 5, 3, 2, 2, 1, 0];
const byHour = hours.flatMap((count, hour) => Array.from({ length: count }, () => hour));
const vietNamMs = 7 * 60 * 60 * 1000;

/**
 * When an archive's article came out: from fifteen years ago at `part` 0 to `until` at 1. A paper grows: four times as
 * many come out in its last days as in its first.
 */
export function publishedAt(draw: Draw, part: number, until: Date): Date {
  const along = (-0.4 + Math.sqrt(0.16 + 2.4 * part)) / 1.2;
  const at = until.getTime() - (1 - along) * spanMs;
  const day = Math.floor((at + vietNamMs) / dayMs) * dayMs - vietNamMs;
  const moved = day + (draw.one(byHour) + draw.next()) * 60 * 60 * 1000;
  return new Date(Math.floor(moved < until.getTime() ? moved : at));
}
