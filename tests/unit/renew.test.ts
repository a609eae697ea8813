import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterExpiry, expireTags, moment, setPage } from '#lib/page-cache/store.ts';
import { finishPage } from '#lib/server/finished-page.ts';
import { keep } from '#lib/server/kept-pages.ts';
import { renewAtExpiry } from '#lib/server/read-page.ts';

// What editors change is made anew before the next reader asks, if readers have been asking for it.

const asked: string[] = [];
const made: string[] = [];
const end = renewAtExpiry(async (request, response) => {
  asked.push(request.url ?? '');
  await sleep(20);
  made.push(request.url ?? '');
  response.writeHead(404).end('none');
}, 'bao.example');

function keepPage(address: string, tags: string[]): void {
  const source = { key: address, made: {} };
  setPage(source.key, source.made, tags, 10, { began: moment() });
  const answer = { status: 200, headers: {}, hash: address, encoded: { identity: Buffer.from(address) } };
  keep(address, finishPage(address, answer, tags), source);
}

async function askedAfter(expired: string[]): Promise<string[]> {
  asked.length = 0;
  expireTags(expired);
  await sleep(100);
  return asked.toSorted();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  keepPage('/', ['front', 'article:7']);
  keepPage('/the-thao', ['category:3']);
  keepPage('/cau-moi-7.html', ['article:7']);
  keepPage('/cau-cu-5.html', ['article:5', 'article:7']);
  keepPage('/tim/cau/1', ['article:7']);
});
afterEach(async () => {
  await askedAfter(['front', 'category:3', 'article:5', 'article:7']);
  vi.useRealTimers();
});

test('the article itself and the lists that show it are made anew, what only names it waits to be asked for', async () => {
  expect(await askedAfter(['article:7'])).toEqual(['/', '/cau-moi-7.html']);
});

test('whoever made the change can wait until they are there', async () => {
  made.length = 0;
  expireTags(['article:7']);
  await afterExpiry();
  expect(made.toSorted()).toEqual(['/', '/cau-moi-7.html']);
});

test('what nobody has asked for within the last second waits until somebody does', async () => {
  vi.setSystemTime(Date.now() + 1500);
  expect(await askedAfter(['article:7', 'category:3'])).toEqual([]);
});

test('once ended, nothing is made', async () => {
  end();
  expect(await askedAfter(['article:7'])).toEqual([]);
});
