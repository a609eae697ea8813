import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { PackedPage } from '#lib/page-cache/packed.ts';
import { moment, takeBack } from '#lib/page-cache/store.ts';
import { tagPage } from '#lib/page-cache/tag-page.ts';
import type { Handler } from '#lib/server/capture.ts';
import { encodedBody } from '#lib/server/encoded.ts';
import type { FinishedPage } from '#lib/server/finished-page.ts';
import { readPage } from '#lib/server/read-page.ts';

// Pages that were written to disk, by a server that ended an hour ago or a minute.

const hour = 60 * 60 * 1000;

function fromDisk(address: string, ageMs: number): void {
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  const value: PackedPage = {
    status: 200,
    headers,
    hash: 'old',
    html: Buffer.from('<p>cũ</p>'),
    form: 'plain',
  };
  const written = { key: `page:${address}`, value, tags: ['site'], bytes: 100, storedAt: Date.now() - ageMs };
  takeBack(written, moment());
}

const textOf = async (page: FinishedPage) => String(await encodedBody(page.encoded, 'identity'));
let asked = 0;
const next: Handler = async (_, response) => {
  asked++;
  tagPage('site');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.writeHead(200).end('<p>mới</p>');
};
const broken: Handler = async (_, response) => {
  asked++;
  response.writeHead(500).end();
};

test('a page from disk is sent as it is, without asking for it again', async () => {
  fromDisk('/vua-xong', 60_000);
  const page = await readPage(next, '/vua-xong', 'bao.example');
  expect([await textOf(page), page.headers['content-type'], page.tags]).toEqual([
    '<p>cũ</p>',
    'text/html; charset=utf-8',
    ['site'],
  ]);
  expect(asked).toBe(0);
});

test('one that has stood for an hour is sent once more, and made anew meanwhile', async () => {
  fromDisk('/da-lau', hour + 1000);
  expect(await textOf(await readPage(next, '/da-lau', 'bao.example'))).toBe('<p>cũ</p>');
  await sleep(50);
  expect(asked).toBe(1);
  expect(await textOf(await readPage(next, '/da-lau', 'bao.example'))).toBe('<p>mới</p>');
  expect(asked).toBe(1);
});

test('where it can’t be made anew it is sent on, and not everybody who asks has it tried again', async () => {
  asked = 0;
  fromDisk('/mat-ket-noi', 2 * hour);
  for (let n = 0; n < 3; n++) {
    expect(await textOf(await readPage(broken, '/mat-ket-noi', 'bao.example'))).toBe('<p>cũ</p>');
    await sleep(20);
  }
  expect(asked).toBe(1);
});
