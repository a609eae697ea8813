import { expect, test } from 'vitest';
import { type Month, stretchOf } from '#lib/articles/months.ts';
import { Draw } from '#tests/support/random.ts';

const month = (n: number) => new Date(Date.UTC(2026, 11 - n, 1));
const list = (...counts: number[]): Month[] => counts.map((count, n) => ({ month: month(n), count }));

test('the first articles stand in the newest months', () => {
  expect(stretchOf(list(3, 5, 9), 0, 3)).toEqual({ since: month(0), before: month(-1), skip: 0 });
  expect(stretchOf(list(3, 5, 9), 0, 4)).toEqual({ since: month(1), before: month(-1), skip: 0 });
});

test('what is newer than the stretch is not walked over', () => {
  expect(stretchOf(list(3, 5, 9, 1), 8, 9)).toEqual({ since: month(2), before: month(1), skip: 0 });
  expect(stretchOf(list(3, 5, 9, 1), 10, 8)).toEqual({ since: month(3), before: month(1), skip: 2 });
});

test('a stretch that the list ends in goes to its last month; beyond the end there is none', () => {
  expect(stretchOf(list(3, 0, 5), 7, 20)).toEqual({ since: month(2), before: month(1), skip: 4 });
  expect(stretchOf(list(3, 0, 5), 8, 20)).toBeNull();
  expect(stretchOf([], 0, 20)).toBeNull();
});

test('of any months, the stretch holds the articles asked for, and skips what is before them', () => {
  const draw = new Draw(5);
  for (let round = 0; round < 300; round++) {
    const months = list(...Array.from({ length: 12 }, () => Math.floor(draw.next() * 5)));
    const all = months.flatMap(({ month: of, count }) =>
      Array.from({ length: count }, (_, n) => `${of.toISOString()} ${n}`),
    );
    const skip = Math.floor(draw.next() * 30);
    const take = 1 + Math.floor(draw.next() * 8);
    const stretch = stretchOf(months, skip, take);
    const inside = all.filter(
      (one) => stretch && one >= stretch.since.toISOString() && one < stretch.before.toISOString(),
    );
    expect(inside.slice(stretch?.skip ?? 0, (stretch?.skip ?? 0) + take)).toEqual(
      all.slice(skip, skip + take),
    );
  }
});
