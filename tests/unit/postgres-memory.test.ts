import { expect, test } from 'vitest';
import { sharedMegabytes } from '#lib/server/postgres-memory.ts';

const gigabyte = 1024 ** 3;

test.each([
  [0.25, 128],
  [1, 256],
  [8, 2048],
  [24, 4096],
  [512, 4096],
])('of %d GB the embedded PostgreSQL keeps its tables in %d MB', (machine, megabytes) => {
  expect(sharedMegabytes(machine * gigabyte)).toBe(megabytes);
});
