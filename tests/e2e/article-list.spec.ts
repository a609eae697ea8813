import { expect } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';
import { makeStaff, signIn } from '#tests/support/staff.ts';

// "Bài viết": found, narrowed and paged through by its form and its address, with and without script.

let site: SmallSite;
test.beforeAll(async () => {
  site = await startSmallSite({ ...manyArticles(120), ...manyArticles(3, 'Đời sống') });
});
test.afterAll(async () => {
  await site.stop();
});

for (const javaScriptEnabled of [true, false]) {
  test(`${javaScriptEnabled ? 'with' : 'without'} script, by keyboard`, async ({ browser }) => {
    const chief = await makeStaff('editor_in_chief', [], site.databaseUrl);
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await signIn(page, chief, '/admin/bai-viet', site.url);
    await expect(page.getByText('120 bài')).toBeVisible();
    const rows = page.getByRole('rowheader');
    await expect(rows).toHaveCount(50);

    await page.getByRole('link', { name: 'Trang sau' }).click();
    await expect(page.getByText('Trang 2 / 3')).toBeVisible();
    await page.getByLabel('Đến trang').fill('3');
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(20);
    await expect(page).toHaveURL(/trang=3/);

    await page.getByLabel('Tìm bài').fill('ban tin thu 17');
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('Bản tin thứ 17');
    // The address is the list: whoever gets it sees the same, and the form says what it is narrowed to.
    await page.goto(page.url());
    await expect(page.getByLabel('Tìm bài')).toHaveValue('ban tin thu 17');
    await expect(rows).toHaveCount(1);

    await page.getByRole('link', { name: 'Bỏ lọc' }).click();
    await expect(page.getByText('120 bài')).toBeVisible();
    await page.getByLabel('Trạng thái').selectOption({ label: 'Nháp' });
    await page.getByRole('button', { name: 'Lọc' }).click();
    await expect(page.getByText('Không có bài nào như vậy.')).toBeVisible();
    await context.close();
  });
}
