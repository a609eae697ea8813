import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { openWhole } from '#tests/support/whole-page.ts';

test('an article is one HTML answer, one style sheet, one script of ours, two font files', async ({
  page,
  baseURL,
}) => {
  const fetched: { type: string; path: string }[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    fetched.push({ type: request.resourceType(), path: url.origin === baseURL ? url.pathname : url.href });
  });
  await openWhole(page, '/x-1.html');
  const of = (type: string) => fetched.filter((one) => one.type === type).map((one) => one.path);
  expect(of('script')).toEqual(['/reader.js']);
  expect(new Set(of('stylesheet')).size).toBeLessThanOrEqual(1);
  expect(new Set(of('font')).size).toBeLessThanOrEqual(2);
  expect(of('fetch')).toEqual([]);
  expect(of('xhr')).toEqual([]);
  // Nothing of a page is fetched from anybody else.
  expect(fetched.filter((one) => one.path.includes('://'))).toEqual([]);
});

test('our script stays under 4 KB compressed, and browsers keep it', async ({ request, page }) => {
  await page.goto('/');
  const address = (await page.locator('head script[src^="/reader.js"]').getAttribute('src')) ?? '';
  const answer = await request.get(address);
  expect(gzipSync(await answer.body(), { level: 9 }).length).toBeLessThan(4096);
  expect(answer.headers()['cache-control']).toContain('immutable');
});

test('what must be there before an article can be read is at most 16 KB on the wire', async ({ page }) => {
  await page.goto('/x-1.html');
  const sheets = await page
    .locator('head link[rel="stylesheet"]')
    .evaluateAll((links) => (links as HTMLLinkElement[]).map((link) => link.href));
  expect(sheets).not.toEqual([]);
  let sum = 0;
  for (const address of [page.url(), ...sheets]) {
    const answer = await fetch(address, { headers: { 'Accept-Encoding': 'gzip, deflate, br, zstd' } });
    expect(answer.headers.get('content-encoding'), address).toBe('br');
    sum += Number(answer.headers.get('content-length'));
  }
  expect(sum).toBeLessThanOrEqual(16 * 1024);
});

test('a phone of 412 pixels with 1.75 dots to each is sent no picture of 960', async ({
  browser,
  baseURL,
}) => {
  const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true };
  const context = await browser.newContext({ ...phone, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  for (const path of ['/', '/thoi-su', '/x-1.html']) {
    await page.goto(path);
    const first = page.locator('main img').first();
    expect(await first.evaluate((image: HTMLImageElement) => image.currentSrc), path).toMatch(/-640\.avif$/);
  }
  await context.close();
});

for (const path of ['/', '/thoi-su', '/x-1.html', '/tag/giao-thong']) {
  test(`the first picture is fetched at once, the others when they come near: ${path}`, async ({ page }) => {
    await page.goto(path);
    const pictures = await page
      .locator('main img')
      .evaluateAll((images) =>
        images.map((image) => [image.getAttribute('loading'), image.getAttribute('fetchpriority')].join(' ')),
      );
    expect(pictures[0]).toBe('eager high');
    expect(new Set(pictures.slice(1))).toEqual(new Set(['lazy ']));
  });

  for (const width of [360, 768, 1280]) {
    test(`pictures are fetched at the size they are shown: ${path} at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      const pictures = page.locator('main img');
      for (const picture of await pictures.all()) await picture.scrollIntoViewIfNeeded();
      const missing = () =>
        pictures.evaluateAll(
          (images) => (images as HTMLImageElement[]).filter(({ naturalWidth }) => naturalWidth === 0).length,
        );
      await expect.poll(missing).toBe(0);
      const wrong = await pictures.evaluateAll((images) =>
        (images as HTMLImageElement[]).flatMap((image) => {
          const fetched = Number(/-(\d+)\.\w+$/.exec(image.currentSrc)?.[1]);
          const shown = image.clientWidth;
          // A little less than it is shown at: acrossPhone in picture.tsx.
          const isSharp = fetched >= shown * 0.88;
          const isLean = fetched <= Math.max(shown * 2.1, 320);
          const isRight = image.currentSrc.endsWith('.avif') && isSharp && isLean;
          return isRight ? [] : [`${image.currentSrc} for ${shown} px`];
        }),
      );
      expect(wrong).toEqual([]);
    });
  }
}
