import { afterAll, beforeAll, expect, test } from 'vitest';
import { db, type Transaction } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { makeSection } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sections: [number, number];

beforeAll(async () => {
  database = await freshDatabase();
  sections = [await makeSection('Thời sự'), await makeSection('Đời sống')];
});
afterAll(async () => {
  await database.close();
});

const add = (tx: Transaction, id: number) =>
  tx.$executeRaw`UPDATE category SET position = position + 100 WHERE id = ${id}`;

test('of two changes that wait for each other both are done, each once', async () => {
  const before = await db().category.findMany({ orderBy: { id: 'asc' }, select: { position: true } });
  let attempts = 0;
  const { promise: bothHold, resolve } = Promise.withResolvers<void>();
  const cross = (first: number, second: number) =>
    change('test.cross', async (tx) => {
      await add(tx, first);
      if (++attempts === 2) resolve();
      await bothHold;
      await add(tx, second);
      return { value: undefined, tags: [`section:${first}`] };
    });
  const [one, other] = sections;
  await Promise.all([cross(one, other), cross(other, one)]);
  expect(attempts).toBe(3);
  const after = await db().category.findMany({ orderBy: { id: 'asc' }, select: { position: true } });
  expect(after).toEqual(before.map(({ position }) => ({ position: position + 200 })));
  expect(await db().outbox.count({ where: { reason: 'test.cross' } })).toBe(2);
});

test('what is wrong in itself is not tried again', async () => {
  let attempts = 0;
  const wrong = change('test.wrong', async (tx) => {
    attempts++;
    await tx.$executeRaw`SELECT 1 / 0`;
    return { value: undefined, tags: [] };
  });
  await expect(wrong).rejects.toThrow();
  expect(attempts).toBe(1);
});
