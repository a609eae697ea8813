import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { withTags } from '#lib/page-cache/making.ts';
import { expireTags, getPage, moment, setPage } from '#lib/page-cache/store.ts';
import { isMakingPage, tagPage } from '#lib/page-cache/tag-page.ts';
import { finishPage } from '#lib/server/finished-page.ts';
import { getKept, keep, pageAddress } from '#lib/server/kept-pages.ts';

const stored = (key: string) => getPage(key)?.value ?? null;
const finished = (address: string, text: string) =>
  finishPage(address, { status: 200, headers: {}, hash: text, encoded: { identity: Buffer.from(text) } }, []);

test('a page is there until one of its tags expires', () => {
  setPage('a', 'page a', ['article:1', 'site-a'], 10);
  setPage('b', 'page b', ['article:2', 'site-a'], 10);
  expireTags(['article:1']);
  expect([stored('a'), stored('b')]).toEqual([null, 'page b']);
  expireTags(['site-a']);
  expect(stored('b')).toBeNull();
});

test('a page whose tag expired while it was being rendered is not kept', async () => {
  expect(stored('slow')).toBeNull();
  await sleep(2);
  expireTags(['article:3']);
  await sleep(2);
  setPage('slow', 'rendered from what was there before', ['article:3'], 10);
  expect(stored('slow')).toBeNull();
  await sleep(2);
  setPage('slow', 'rendered afterwards', ['article:3'], 10);
  expect(stored('slow')).toBe('rendered afterwards');
});

test('the pages asked for longest ago make room', () => {
  const large = 60 * 1024 * 1024;
  setPage('first', 1, [], large);
  setPage('second', 2, [], large);
  expect(stored('first')).toBe(1);
  setPage('third', 3, [], large);
  expect([stored('first'), stored('second'), stored('third')]).toEqual([1, null, 3]);
});

test('a page tells what it shows, and when it was begun; two made at once keep their own', async () => {
  const make = (name: string, ms: number) =>
    withTags(async () => {
      expect(isMakingPage()).toBe(true);
      tagPage('site', name);
      await sleep(ms);
      tagPage(`${name} late`, 'site');
      return name;
    });
  const before = moment();
  const [one, two] = await Promise.all([make('a', 5), make('b', 1)]);
  expect([one.result, one.tags]).toEqual(['a', ['site', 'a', 'a late']]);
  expect([two.result, two.tags]).toEqual(['b', ['site', 'b', 'b late']]);
  expect(one.began).toBeGreaterThan(before);
  expect(one.began).toBeLessThan(moment());
  expect(isMakingPage()).toBe(false);
  tagPage('nobody’s');
});

test('a finished page is sent as long as the store has what it was made of', () => {
  const made = { html: 'old' };
  setPage('key', made, ['article:9'], 10);
  const page = finished('/a', 'old');
  keep('/a', page, { key: 'key', made });
  expect(getKept('/a')).toBe(page);
  expireTags(['article:9']);
  expect(getKept('/a')).toBeNull();
});

test('an answer made before a change is not kept under what was stored after it', async () => {
  const before = { html: 'old' };
  setPage('key2', before, ['article:10'], 10);
  expireTags(['article:10']);
  await sleep(2);
  getPage('key2');
  const after = { html: 'new' };
  await sleep(2);
  setPage('key2', after, ['article:10'], 10);
  expect(stored('key2')).toBe(after);
  keep('/b', finished('/b', 'old'), { key: 'key2', made: before });
  expect(getKept('/b')).toBeNull();
});

test('what campaigns add shares a page; a search is its own', () => {
  expect(pageAddress('/tin-tuc?utm_source=x')).toBe('/tin-tuc');
  expect(pageAddress('/tim-kiem?fbclid=1&trang=2&q=%C4%91')).toBe('/tim/W1sicSIsIsSRIl1d/2');
  expect(pageAddress('/tim-kiem?q=%20')).toBe('/tim-kiem');
});

test('two changes within a second are not told apart by their date, so the date decides nothing', () => {
  vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00.200Z') });
  expect(finished('/c', 'first').isDateSure).toBe(true);
  vi.setSystemTime(new Date('2026-11-22T10:00:00.800Z'));
  expect(finished('/c', 'second').isDateSure).toBe(false);
  vi.setSystemTime(new Date('2026-11-22T10:00:01.100Z'));
  expect(finished('/c', 'second').isDateSure).toBe(false);
  expect(finished('/c', 'third').isDateSure).toBe(true);
  vi.useRealTimers();
});
