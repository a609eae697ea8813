import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { pageTypes } from '#tests/support/page-types.ts';
import { startPlainNext } from '#tests/support/plain-next.ts';
import { startSite } from '#tests/support/server.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';

// The store makes pages quick and changes nothing: our server with it and without, and Next's own server, send the same.

// The two further servers are started once, not once for each worker.
test.describe.configure({ mode: 'default' });

const siteUrl = process.env['TEST_SITE_URL'] ?? '';
const databaseUrl = process.env['TEST_DATABASE_URL'] ?? '';
const servers: { url: string; stop: () => Promise<void> }[] = [];

test.beforeAll(async () => {
  test.setTimeout(90_000);
  // Pages name their own address, and feeds the size of a picture: so all have the same.
  const dataDir = makeTempFolder('without-store');
  symlinkSync(join(process.env['TEST_DATA_DIR'] ?? '', 'media'), join(dataDir, 'media'));
  const env = { SITE_URL: siteUrl, DATA_DIR: dataDir, PAGE_CACHE: 'off' };
  servers.push(await startSite({ databaseUrl, env }), await startPlainNext(databaseUrl, siteUrl, dataDir));
});
test.afterAll(async () => {
  await Promise.all(servers.map(({ stop }) => stop()));
});

async function read(url: string, encoding: string): Promise<string> {
  const headers = { 'Accept-Encoding': encoding };
  const answer = await fetch(url, { redirect: 'manual', headers });
  const leadsTo = answer.headers.get('location')?.replace(new URL(url).origin, '') ?? '';
  return `${answer.status} ${leadsTo}\n${answer.headers.get('content-type')}\n${await answer.text()}`;
}

const more = [
  '/thoi-su/trang/2',
  '/tag/giao-thong/trang/2',
  '/tim-kiem?q=song&trang=2',
  '/robots.txt',
  '/x-999999.html',
];
const feeds = ['/rss.xml', '/rss/thoi-su.xml', '/sitemap.xml', '/sitemaps/news.xml'];

for (const path of [...pageTypes.map((type) => type.path), ...more, ...feeds]) {
  test(`${path} is the same everywhere`, async () => {
    const [without = { url: '' }, plain = { url: '' }] = servers;
    // Another test may change the paper meanwhile; what it changes is the same everywhere a moment later.
    await expect(async () => {
      const expected = await read(without.url + path, 'identity');
      // Made, then kept; in each of its forms.
      for (const encoding of ['identity', 'br', 'gzip', 'identity']) {
        expect(await read(siteUrl + path, encoding), `kept, ${encoding}`).toBe(expected);
      }
      for (const encoding of ['identity', 'gzip']) {
        expect(await read(plain.url + path, encoding), `next start, ${encoding}`).toBe(expected);
      }
    }).toPass({ timeout: 15_000 });
  });
}
