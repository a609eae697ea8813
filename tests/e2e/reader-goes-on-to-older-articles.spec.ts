import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';

// The tests of one file share the site of its own.
test.describe.configure({ mode: 'default' });

const articles = (page: Page) =>
  page
    .locator('main [data-article]')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-article')));

let site: SmallSite;
test.beforeAll(async () => {
  site = await startSmallSite(manyArticles(50));
});
test.afterAll(async () => {
  await site.stop();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('page after page of search results shows every article once', async ({ page }) => {
    await page.goto('/tim-kiem?q=moc%20hai');
    const results = page.getByRole('navigation', { name: 'Các trang kết quả' });
    const seen = await articles(page);
    expect(seen.length).toBe(20);
    while (await results.getByRole('link', { name: 'Sau' }).isVisible()) {
      await results.getByRole('link', { name: 'Sau' }).click();
      seen.push(...(await articles(page)));
    }
    expect(seen.length).toBeGreaterThan(20);
    expect(new Set(seen).size).toBe(seen.length);
    await results.getByRole('link', { name: 'Trước' }).click();
    expect(seen).toEqual(expect.arrayContaining(await articles(page)));
  });

  test('page after page of a section shows every article once', async ({ page }) => {
    await page.goto(`${site.url}/tin-tuc`);
    const seen = await articles(page);
    while (await page.getByRole('link', { name: 'Xem thêm' }).isVisible()) {
      await page.getByRole('link', { name: 'Xem thêm' }).click();
      seen.push(...(await articles(page)));
    }
    expect(seen.length).toBe(50);
    expect(new Set(seen).size).toBe(50);
  });
});

test('with script the next page is appended in place, and nothing comes twice', async ({ page }) => {
  await page.goto(`${site.url}/tin-tuc`);
  const before = await articles(page);
  await page.getByRole('link', { name: 'Xem thêm' }).click();
  await expect.poll(async () => (await articles(page)).length).toBeGreaterThan(before.length);
  const after = await articles(page);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(new Set(after).size).toBe(after.length);
  await expect(page).toHaveURL(/\/tin-tuc$/);
});

test('"Đọc thêm" grows in place', async ({ page }) => {
  await page.goto('/x-2.html');
  const rail = page.getByRole('complementary', { name: 'Đọc thêm' });
  await expect(rail.getByRole('article')).toHaveCount(10);
  await rail.getByRole('link', { name: 'Xem thêm' }).click();
  await expect.poll(() => rail.getByRole('article').count()).toBeGreaterThan(10);
});
