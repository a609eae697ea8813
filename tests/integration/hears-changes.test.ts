import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { listenForChanges } from '#lib/page-cache/listen.ts';
import { getPage, setPage } from '#lib/page-cache/store.ts';
import { siteTag } from '#lib/page-cache/tags.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { type DatabaseProxy, startDatabaseProxy } from '#tests/support/database-proxy.ts';

// A server that hears of the others' changes: through a line that a test can cut.

let database: Awaited<ReturnType<typeof freshDatabase>>;
let proxy: DatabaseProxy;

/** Keeps a page as Next does: asked for, missing, rendered, stored. */
function keep(key: string, tags: string[]): void {
  getPage(key);
  setPage(key, key, [siteTag, ...tags], 1);
}
const isKept = (key: string) => getPage(key) !== null;

const say = (tags: string[]) => db().outbox.create({ data: { reason: 'test', tags } });
/** Waits until what is said is heard. */
async function untilItHears(): Promise<void> {
  const hears = async () => {
    keep('probe', ['probe']);
    await say(['probe']);
    await sleep(100);
    return !isKept('probe');
  };
  await expect.poll(hears, patience).toBe(true);
}
const patience = { timeout: 15_000, interval: 50 };

beforeAll(async () => {
  database = await freshDatabase();
  proxy = await startDatabaseProxy(database.url);
  keep('from-before', []);
  listenForChanges(proxy.url, 300);
});
afterAll(async () => {
  await proxy.close();
  await database.close();
});

test('what was kept before it could hear expires once it can', async () => {
  await expect.poll(() => isKept('from-before'), patience).toBe(false);
  await untilItHears();
});

test('a change expires the pages that show it, and no others', async () => {
  keep('touched', ['article:1']);
  keep('untouched', ['article:2']);
  await say(['article:1']);
  await expect.poll(() => isKept('touched'), patience).toBe(false);
  expect(isKept('untouched')).toBe(true);
});

test('what this process has changed itself does not expire a second time when it hears of it', async () => {
  keep('mine', ['article:11']);
  await change('test', async () => ({ value: null, tags: ['article:11'] }));
  expect(isKept('mine')).toBe(false);
  // Made anew before the word comes.
  keep('mine', ['article:11']);
  await untilItHears();
  expect(isKept('mine')).toBe(true);
});

test('many changes at once are all heard', async () => {
  const numbers = Array.from({ length: 60 }, (_, index) => index + 100);
  for (const number of numbers) keep(`page-${number}`, [`article:${number}`]);
  await Promise.all(numbers.map((number) => say([`article:${number}`])));
  await expect.poll(() => numbers.filter((number) => isKept(`page-${number}`)), patience).toEqual([]);
});

test('a row that is gone before it was read expires everything', async () => {
  keep('any', ['article:3']);
  await db().$transaction(async (tx) => {
    const { id } = await tx.outbox.create({ data: { reason: 'test', tags: ['article:4'] } });
    await tx.outbox.delete({ where: { id } });
  });
  await expect.poll(() => isKept('any'), patience).toBe(false);
});

test('a line that goes dead without a word is noticed; what was missed meanwhile expires', async () => {
  keep('missed', ['article:5']);
  proxy.goDead();
  await say(['article:5']);
  await expect.poll(() => isKept('missed'), patience).toBe(false);
  await untilItHears();
});

test('a line that is cut is taken up again, and what was said meanwhile is read', async () => {
  keep('cut', ['article:7']);
  keep('left', ['article:8']);
  const heard = await db().$queryRaw<object[]>`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'toasoan pages'`;
  expect(heard).toHaveLength(1);
  await say(['article:7']);
  await expect.poll(() => isKept('cut'), patience).toBe(false);
  expect(isKept('left')).toBe(true);
  await untilItHears();
});
