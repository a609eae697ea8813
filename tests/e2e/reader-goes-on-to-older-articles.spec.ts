import { expect, type Page, test } from '@playwright/test';

const articles = (page: Page) =>
  page
    .locator('main [data-article]')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-article')));

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('page after page of search results shows every article once', async ({ page }) => {
    await page.goto('/tim-kiem?q=moc%20hai');
    const seen = await articles(page);
    expect(seen.length).toBe(20);
    while (await page.getByRole('link', { name: 'Xem thêm' }).isVisible()) {
      await page.getByRole('link', { name: 'Xem thêm' }).click();
      seen.push(...(await articles(page)));
    }
    expect(seen.length).toBeGreaterThan(20);
    expect(new Set(seen).size).toBe(seen.length);
    await page.getByRole('link', { name: 'Mới hơn' }).click();
    expect(seen).toEqual(expect.arrayContaining(await articles(page)));
  });
});

test('with script the next page is appended in place, and nothing comes twice', async ({ page }) => {
  await page.goto('/tim-kiem?q=moc%20hai');
  const before = await articles(page);
  await page.getByRole('link', { name: 'Xem thêm' }).click();
  await expect.poll(async () => (await articles(page)).length).toBeGreaterThan(before.length);
  const after = await articles(page);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(new Set(after).size).toBe(after.length);
  await expect(page).toHaveURL(/q=moc(%20|\+)hai$/);
});

test('"Đọc thêm" grows in place', async ({ page }) => {
  await page.goto('/x-2.html');
  const rail = page.getByRole('complementary', { name: 'Đọc thêm' });
  await expect(rail.getByRole('article')).toHaveCount(10);
  await rail.getByRole('link', { name: 'Xem thêm' }).click();
  await expect.poll(() => rail.getByRole('article').count()).toBeGreaterThan(10);
});
