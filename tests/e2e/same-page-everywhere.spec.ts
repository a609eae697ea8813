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

/** How many pages and feeds a server has made by their own functions, without Next. */
async function countDirect(url: string): Promise<number> {
  const text = await (await fetch(`${url}/api/metrics`)).text();
  return [...text.matchAll(/^toasoan_(?:page|feed)_direct_total (\d+)$/gm)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  );
}

/** Where an address of the site leads: its own, or the one it sends on to. */
async function leadsTo(path: string): Promise<string> {
  const { headers } = await fetch(siteUrl + path, { redirect: 'manual' });
  return headers.get('location')?.replace(siteUrl, '') ?? path;
}

const more = [
  '/thoi-su/trang/2',
  '/tag/giao-thong/trang/2',
  '/tim-kiem?q=song&trang=2',
  '/robots.txt',
  '/rss.json',
  '/x-999999.html',
];
const feeds = ['/rss.xml', '/rss/thoi-su.xml', '/sitemap.xml', '/sitemaps/news.xml'];

test('an old wording leads to the article everywhere', async () => {
  const urls = [siteUrl, ...servers.map(({ url }) => url)];
  // Next's own server names the address twice the first time.
  await expect(async () => {
    const answers = await Promise.all(urls.map((url) => read(`${url}/x-1.html`, 'identity')));
    const [head] = answers.map((answer) => answer.split('\n')[0]);
    expect(head).toMatch(/^308 \/[a-z0-9-]+-1\.html$/);
    for (const answer of answers) expect(answer.split('\n')[0]).toBe(head);
  }).toPass({ timeout: 15_000 });
});

for (const asked of [...pageTypes.map((type) => type.path), ...more, ...feeds]) {
  test(`${asked} is the same everywhere`, async () => {
    const [without = { url: '' }, plain = { url: '' }] = servers;
    const path = await leadsTo(asked);
    // Another test may change the paper meanwhile; what it changes is the same everywhere a moment later.
    await expect(async () => {
      const expected = await read(without.url + path, 'identity');
      // Made a first time by Next, and from then on without it.
      const before = await countDirect(without.url);
      expect(await read(without.url + path, 'identity'), 'made again').toBe(expected);
      expect(await countDirect(without.url), 'made without Next').toBe(before + 1);
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
