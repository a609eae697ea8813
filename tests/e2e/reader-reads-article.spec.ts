import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { moveToNow, shiftDays } from '#prisma/sample/sample-dates.ts';
import { test } from '#tests/support/browser.ts';
import { expectedArticle } from '#tests/support/expected-article.ts';
import { articleProblems, servedArticle } from '#tests/support/served-article.ts';

const folder = 'prisma/sample/articles';
const files = readdirSync(folder).sort();
const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));

/**
 * By how many days the sample was moved when the site was loaded, minutes ago: told by its newest article, since the
 * hour at which one more day is due may have come in between.
 */
async function loadedDays(page: Page): Promise<number> {
  await page.goto('/x-1.html');
  const { datetime } = await servedArticle(page);
  const now = shiftDays(texts, new Date());
  const days = [now, now - 1].find((one) => moveToNow(texts[0] ?? '', one).includes(datetime));
  if (days === undefined)
    throw new Error(`The sample was loaded today, but its newest article is of ${datetime}.`);
  return days;
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  // Long ones, with every kind of block among them, and short ones.
  for (const number of [1, 2, 3, 5, 8, 9, 10, 14, 15, 17, 21, 25, 33, 34, 45, 48]) {
    test(`all that article file ${number} says is on its page, in its place`, async ({ page }) => {
      const days = await loadedDays(page);
      await page.goto(`/x-${number}.html`);
      const expected = expectedArticle(moveToNow(texts[number - 1] ?? '', days));
      expect(articleProblems(expected, await servedArticle(page))).toEqual([]);
    });
  }

  test('the time is Vietnam’s, exact for machines', async ({ page }) => {
    await page.goto('/x-2.html');
    const time = page.getByRole('article').first().locator('header time').first();
    await expect(time).toHaveText(/^\d\d\/\d\d\/\d{4} 05:10$/);
    await expect(time).toHaveAttribute('datetime', /T05:10:00\+07:00$/);
  });

  test('the text size changes without script', async ({ page }) => {
    await page.goto('/x-1.html');
    const size = () =>
      page
        .locator('.body p')
        .first()
        .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
    const middle = await size();
    await page.getByRole('radio', { name: 'Chữ lớn' }).check({ force: true });
    expect(await size()).toBeGreaterThan(middle);
    await page.getByRole('radio', { name: 'Chữ nhỏ' }).check({ force: true });
    expect(await size()).toBeLessThan(middle);
  });

  test('pictures come in sizes and formats, with their place held', async ({ page, request }) => {
    await page.goto('/x-1.html');
    const figure = page.locator('main figure').first();
    const sources = await figure
      .locator('source')
      .evaluateAll((all) =>
        all.map((source) => [source.getAttribute('type'), source.getAttribute('srcset')] as const),
      );
    expect(sources.map(([type]) => type)).toEqual(['image/avif', 'image/webp']);
    const image = figure.locator('img');
    const addresses = sources.flatMap(([, set]) => (set ?? '').split(', ').map((one) => one.split(' ')));
    for (const [address = ''] of [...addresses, [(await image.getAttribute('src')) ?? '']]) {
      const answer = await request.head(address);
      expect(answer.status(), address).toBe(200);
      expect(answer.headers()['content-type']).toMatch(/^image\//);
      expect(answer.headers()['cache-control']).toContain('immutable');
    }
    expect(Number(await image.getAttribute('width'))).toBeGreaterThan(0);
    expect(Number(await image.getAttribute('height'))).toBeGreaterThan(0);
  });

  test('"Xem thêm" leads to the section', async ({ page }) => {
    await page.goto('/x-1.html');
    await page.getByRole('link', { name: 'Xem thêm' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Giao thông');
  });
});

test('what the reader chose is remembered: text size and dark', async ({ page }) => {
  await page.goto('/x-1.html');
  const size = () =>
    page
      .locator('.body p')
      .first()
      .evaluate((node) => getComputedStyle(node).fontSize);
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const [middle, light] = [await size(), await ground()];
  await page.getByRole('radio', { name: 'Chữ lớn' }).check({ force: true });
  await page.getByRole('radio', { name: 'Tối' }).check();
  const [large, dark] = [await size(), await ground()];
  expect(large).not.toBe(middle);
  expect(dark).not.toBe(light);
  await page.goto('/x-2.html');
  expect([await size(), await ground()]).toEqual([large, dark]);
  await expect(page.getByRole('radio', { name: 'Chữ lớn' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Tối' })).toBeChecked();
});

test('a choice of dark is in force before our script has come', async ({ page }) => {
  await page.goto('/');
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.getByRole('radio', { name: 'Tối' }).check();
  const dark = await ground();
  await page.route(/reader\.js/, (route) => route.abort());
  await page.reload();
  expect([light === dark, await ground()]).toEqual([false, dark]);
});

test('a choice made before our script has come is in force when it has, and remembered', async ({ page }) => {
  let send = () => {};
  const sent = new Promise<void>((done) => {
    send = done;
  });
  await page.route(/reader\.js/, async (route) => {
    await sent;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = page.getByRole('radio', { name: 'Tối' });
  await dark.check();
  const light = await ground();
  send();
  await expect.poll(ground).not.toBe(light);
  await page.goto('/x-1.html');
  await expect(dark).toBeChecked();
  expect(await ground()).not.toBe(light);
});

test('a link is copied with one click', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/x-1.html');
  await page.getByText('Sao chép liên kết').click();
  await expect(page.getByText('Đã sao chép')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  expect(page.url()).toContain(baseURL ?? '');
});

test('the printed page is the article alone', async ({ page }) => {
  await page.goto('/x-1.html');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.body')).toBeVisible();
  for (const away of ['.section-bar', '.rail', '.share', '.text-size', '.masthead-search']) {
    await expect(page.locator(away)).toBeHidden();
  }
});
