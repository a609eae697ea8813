import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '#tests/support/browser.ts';

// Style sheets, scripts and fonts, as whoever comes for the first time gets them: small, whole, and once.

/** Addresses of the files that the front page names. */
async function filesOf(baseURL: string | undefined): Promise<string[]> {
  const html = await (await fetch(`${baseURL}/`)).text();
  const named = [...html.matchAll(/(?:href|src)="(\/(?:_next\/static\/|reader\.js)[^"]+)"/g)];
  return [...new Set(named.map(([, address = '']) => address.replaceAll('&amp;', '&')))];
}

const digest = (bytes: ArrayBuffer): string => createHash('sha256').update(Buffer.from(bytes)).digest('hex');
const isText = (address: string): boolean => /\.(css|js)(\?|$)/.test(address);

test('files of the build are the same in every encoding, and kept for ever', async ({ baseURL }) => {
  const files = await filesOf(baseURL);
  for (const kind of ['.css', '.js', '.woff2'])
    expect(
      files.some((one) => one.includes(kind)),
      kind,
    ).toBe(true);
  for (const address of files) {
    const digests = new Set<string>();
    for (const encoding of ['br', 'gzip', 'identity', 'br;q=0, gzip']) {
      const answer = await fetch(baseURL + address, { headers: { 'Accept-Encoding': encoding } });
      expect(answer.status, address).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const wanted = encoding === 'identity' ? null : encoding.split(', ').at(-1);
      expect(answer.headers.get('content-encoding'), `${address} ${encoding}`).toBe(
        isText(address) ? wanted : null,
      );
      expect(answer.headers.get('vary')).toBe(isText(address) ? 'Accept-Encoding' : null);
      digests.add(digest(await answer.arrayBuffer()));
    }
    const path = new URL(address, baseURL).pathname;
    const file = path === '/reader.js' ? join('public', path) : path.replace('/_next/', '.next/');
    expect([...digests], address).toEqual([
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ]);
  }
});

test('who has a file of the build is not sent it again; HEAD tells of it', async ({ request, baseURL }) => {
  for (const address of await filesOf(baseURL)) {
    const get = await request.get(address);
    const { etag = '', 'last-modified': modified = '', 'content-length': length } = get.headers();
    expect((await request.head(address)).headers()).toMatchObject({ etag, 'content-length': length });
    expect((await request.get(address, { headers: { 'If-None-Match': etag } })).status()).toBe(304);
    expect((await request.get(address, { headers: { 'If-Modified-Since': modified } })).status()).toBe(304);
    expect((await request.get(address, { headers: { 'If-None-Match': '"other"' } })).status()).toBe(200);
  }
});

test('a file that the build did not make is not there, and no other can be reached', async ({ baseURL }) => {
  for (const address of [
    '/_next/static/chunks/none.css',
    '/_next/static/..%2fBUILD_ID',
    '/_next/static/%2e%2e/server/app-paths-manifest.json',
    '/_next/compressed/reader.js.br',
    '/reader.js/x',
    '/reader.js.br',
  ]) {
    const { status } = await fetch(baseURL + address);
    expect([400, 404], `${address} ${status}`).toContain(status);
  }
});
