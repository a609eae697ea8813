import 'next/dist/server/node-environment-baseline.js';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js';
import { expect, test, vi } from 'vitest';
import { keptRead } from '#lib/page-cache/kept-read.ts';
import { expireTags } from '#lib/page-cache/store.ts';

type Unit = Parameters<typeof workUnitAsyncStorage.run>[0];

/** Reads as a page does that is made to be kept; gives the page's tags too. */
async function inPage<T>(read: () => Promise<T>): Promise<{ value: T; tags: string[] }> {
  const unit = { type: 'prerender-legacy', tags: ['of the page'] } as unknown as Unit & { tags: string[] };
  return { value: await workUnitAsyncStorage.run(unit, read), tags: unit.tags };
}

let count = 0;
const readNext = async () => ({ value: ++count, tags: ['sections', 'site'] });

test('pages share what was read until one of its tags expires, and each carries the tags', async () => {
  const read = () => keptRead('shared', readNext);
  const first = await inPage(read);
  expect(await inPage(read)).toEqual(first);
  expect(first.tags).toEqual(['of the page', 'sections', 'site']);
  expireTags(['something else']);
  expect(await inPage(read)).toEqual(first);
  expireTags(['sections']);
  expect((await inPage(read)).value).toBe(first.value + 1);
});

test('what expired while it was being read is read again', async () => {
  let isFirst = true;
  const read = () =>
    keptRead('overtaken', async () => {
      if (isFirst) expireTags(['site']);
      isFirst = false;
      return await readNext();
    });
  const seen = [(await inPage(read)).value, (await inPage(read)).value];
  expect(new Set(seen).size).toBe(2);
});

test('where no page is made to be kept, it is read each time', async () => {
  const read = () => keptRead('apart', readNext);
  await inPage(read);
  expect(await read()).not.toBe(await read());
});

test('a read that failed is tried again', async () => {
  let fails = true;
  const read = () =>
    keptRead('failing', async () => {
      if (fails) throw new Error('no database');
      return await readNext();
    });
  await expect(inPage(read)).rejects.toThrow('no database');
  fails = false;
  expect((await inPage(read)).value).toBeGreaterThan(0);
});

test('after an hour it is read again, even if no notice of a change ever came', async () => {
  const read = () => keptRead('old', readNext);
  const { value } = await inPage(read);
  vi.useFakeTimers({ now: Date.now() + 61 * 60 * 1000, toFake: ['Date'] });
  try {
    expect((await inPage(read)).value).not.toBe(value);
  } finally {
    vi.useRealTimers();
  }
});
