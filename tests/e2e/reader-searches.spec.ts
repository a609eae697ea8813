import { expect } from '@playwright/test';
import { test } from '#tests/support/browser.ts';

test.use({ javaScriptEnabled: false });

const headline = 'Cầu Vạn Chài thông xe';

for (const typed of [
  'cầu vạn chài thông xe',
  'cau van chai thong xe',
  'CẦU VẠN CHÀI',
  'cầu vạn chài'.normalize('NFD'),
]) {
  test(`a reader types "${typed}" and finds the article`, async ({ page }) => {
    await page.goto('/');
    await page.getByRole('banner').getByRole('searchbox').fill(typed);
    await page.getByRole('banner').getByRole('button', { name: 'Tìm' }).click();
    await expect(page.getByRole('main').getByRole('link', { name: headline }).first()).toBeVisible();
    await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue(typed.normalize('NFC'));
  });
}

for (const typed of [
  '%',
  "'; DROP TABLE article; --",
  '"',
  '1/2',
  '\\',
  'a & b | !c <-> (d',
  '💥',
  '́́́',
  'x'.repeat(5000),
  '..',
  '?q=x#y',
]) {
  test(`any text may be asked for: ${typed.slice(0, 30)}`, async ({ request }) => {
    const answer = await request.get(`/tim-kiem?q=${encodeURIComponent(typed)}`);
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toContain('<h1>Tìm kiếm</h1>');
  });
}

test('a query that is no text is answered all the same', async ({ request }) => {
  for (const address of ['/tim-kiem?q=%', '/tim-kiem?q=%FF%FE', '/tim-kiem?q=', '/tim-kiem?q=a&q=b']) {
    expect((await request.get(address)).status(), address).toBe(200);
  }
});

test('nothing found is said, with a way on', async ({ page }) => {
  await page.goto('/tim-kiem?q=zzzz');
  await expect(page.getByRole('main')).toContainText('Không có bài nào');
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('zzzz');
});
