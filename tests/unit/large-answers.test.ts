import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { expireTags, getPage, moment } from '#lib/page-cache/store.ts';
import { tagsHeader } from '#lib/page-cache/tagged-answer.ts';
import { askNext } from '#lib/server/capture.ts';
import { BodyCollector } from '#lib/server/collected-body.ts';
import { encodedBody, encodingFor, isLarge, plainStream } from '#lib/server/encoded.ts';
import { finishPage, sentHeaders } from '#lib/server/finished-page.ts';
import { getKept, keep } from '#lib/server/kept-pages.ts';
import { keepTagged } from '#lib/server/tagged-pages.ts';

// Feeds and sitemaps on their way through the server.

const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => `<url><loc>https://bao.example/bai-${i}.html</loc></url>\n`).join(
    '',
  );

/** Writes as a stream does: when the other end can take more. */
function writer(body: string, piece: number) {
  return async (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/xml' });
    for (let at = 0; at < body.length; at += piece) {
      if (!response.write(body.slice(at, at + piece))) await new Promise((go) => response.once('drain', go));
    }
    response.end();
  };
}

test('a small answer is kept plain, a large one compressed only; both come back as they were', async () => {
  const small = await askNext(writer(lines(100), 500), '/sitemaps/a.xml', 'x');
  expect([isLarge(small.encoded), small.encoded.identity?.toString()]).toEqual([false, lines(100)]);
  const body = lines(50_000);
  const large = await askNext(writer(body, 60_000), '/sitemaps/b.xml', 'x');
  expect(isLarge(large.encoded)).toBe(true);
  expect(large.encoded.gzip?.length ?? body.length).toBeLessThan(body.length / 5);
  expect(await text(plainStream(large.encoded))).toBe(body);
  expect((await encodedBody(large.encoded, 'identity')).toString()).toBe(body);
});

test('a large one goes out as gzip to whoever takes that', async () => {
  const { encoded } = await askNext(writer(lines(50_000), 60_000), '/x', 'x');
  expect(encodingFor('br, gzip', encoded)).toBe('gzip');
  expect(encodingFor('br', encoded)).toBe('identity');
  expect(encodingFor('br, gzip', { identity: Buffer.from('x') })).toBe('br');
});

test('the same body has the same hash however it came in pieces', async () => {
  const bytes = randomBytes(3 * 1024 * 1024);
  const hashes = await Promise.all(
    [bytes.length, 100_000, 777_777].map(async (piece) => {
      const collector = new BodyCollector(() => {});
      for (let at = 0; at < bytes.length; at += piece) collector.write(bytes.subarray(at, at + piece));
      return (await collector.end()).hash;
    }),
  );
  expect(new Set(hashes).size).toBe(1);
});

test('an answer that breaks off half-way is none', async () => {
  const breaking = async (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, {});
    response.write('<urlset>');
    response.destroy(new Error('the database went away'));
  };
  await expect(askNext(breaking, '/sitemaps/c.xml', 'x')).rejects.toThrow('the database went away');
});

test('what names its tags is kept until one of them expires, unless that happens while it is made', () => {
  const answer = { headers: { [tagsHeader]: 'newest,month:2026-11' } };
  const source = keepTagged('/sitemaps/2026-11.xml', answer, moment());
  expect(getPage(source?.key ?? '')?.value).toBe(source?.made);
  expireTags(['month:2026-11']);
  expect(getPage(source?.key ?? '')).toBeNull();

  const began = moment();
  expireTags(['newest']);
  expect(keepTagged('/rss.xml', answer, began)).toBeNull();
  // A reader's page has its own way into the store, whatever its headers say.
  expect(keepTagged('/thoi-su', answer, moment())).toBeNull();
  expect(keepTagged('/rss/thoi-su.xml', { headers: {} }, moment())).toBeNull();
});

test('a large answer is kept ready to be sent as gzip, until its tags expire or its time is over', async () => {
  const address = '/sitemaps/2026-10.xml';
  const keepOne = async (expires?: Date) => {
    const answer = await askNext(writer(lines(50_000), 60_000), address, 'x');
    const headers = { [tagsHeader]: 'month:2026-10', ...(expires ? { expires: expires.toUTCString() } : {}) };
    const source = keepTagged(address, { headers }, moment());
    if (!source) throw new Error('it was not kept');
    keep(address, finishPage(address, { ...answer, headers }, getPage(source.key)?.tags ?? []), source);
    return getKept(address);
  };
  const kept = await keepOne();
  if (!kept) throw new Error('it was not kept');
  expect(Object.keys(kept.wires ?? {})).toEqual(['gzip']);
  expect(sentHeaders(kept, 'gzip', 1)).toMatchObject({
    'cache-tag': 'month:2026-10',
    'surrogate-key': 'month:2026-10',
  });
  expireTags(['month:2026-10']);
  expect(getKept(address)).toBeNull();

  await keepOne(new Date(Date.now() + 60_000));
  expect(getKept(address)).not.toBeNull();
  expect(getKept(address, Date.now() + 61_000)).toBeNull();
});
