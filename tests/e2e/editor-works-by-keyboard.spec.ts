import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { beginArticle, drop } from '#tests/support/editor.ts';
import { makePicture } from '#tests/support/sample-files.ts';
import { makeStaff, signIn } from '#tests/support/staff.ts';
import { body, expectSaved, headline, sapo } from '#tests/support/writing.ts';

const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  );

async function addPhoto(page: Page): Promise<void> {
  const base64 = (await makePicture({ width: 400 })).toString('base64');
  await drop(body(page), [{ name: 'a.jpg', type: 'image/jpeg', base64 }]);
  await expect(page.getByRole('group', { name: 'Ảnh', exact: true })).toBeVisible({ timeout: 20_000 });
}

test('an article is begun, written and sent on its way without a mouse', async ({ page }) => {
  const desk = await makeStaff('reporter', ['thoi-su']);
  await signIn(page, desk);
  await page.getByRole('link', { name: 'Bài mới' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(body(page)).toBeVisible({ timeout: 20_000 });
  await headline(page).focus();
  await page.keyboard.type('Bài viết bằng bàn phím');
  await page.keyboard.press('Enter');
  await expect(sapo(page)).toBeFocused();
  await page.keyboard.type('Không dùng chuột.');
  await page.keyboard.press('Enter');
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('Đoạn một.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+F10');
  expect(await focused(page)).toContain('Đoạn văn thường');
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toContain('Tít phụ');
  await page.keyboard.press('Enter');
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('Tít phụ');
  await expect(body(page).locator('h2')).toHaveText('Tít phụ');
  await page.keyboard.press('ControlOrMeta+s');
  await expectSaved(page);
  await page.getByLabel('Chuyên mục').focus();
  await page.keyboard.type('Thời sự');
  await page.getByRole('button', { name: 'Gửi duyệt' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Chờ biên tập', { exact: true })).toBeVisible();
});

test('Tab leads into the toolbar once and past it; the arrow keys go round in it', async ({ page }) => {
  await beginArticle(page);
  await sapo(page).focus();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toContain('Đoạn văn thường');
  await page.keyboard.press('ArrowLeft');
  expect(await focused(page)).toContain('Phím tắt');
  await page.keyboard.press('Home');
  expect(await focused(page)).toContain('Đoạn văn thường');
  await page.keyboard.press('Tab');
  await expect(body(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(body(page)).not.toBeFocused();
});

test('a photo is reached with the arrow keys, its fields with Enter, the text with Esc', async ({ page }) => {
  await beginArticle(page);
  await body(page).click();
  await page.keyboard.type('Đầu');
  await addPhoto(page);
  const group = page.getByRole('group', { name: 'Ảnh', exact: true });
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(group.getByLabel('Chú thích')).toBeFocused();
  await page.keyboard.type('Chú thích gõ phím');
  await page.keyboard.press('Tab');
  await expect(group.getByLabel('Nguồn ảnh')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(body(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Cuối');
  await expect(body(page).locator('> p').last()).toHaveText(/Cuối/);
  await expect(group.getByLabel('Chú thích')).toHaveValue('Chú thích gõ phím');
});

test('the sheet of shortcuts opens by Ctrl+/, by ? outside of fields, and by its button', async ({
  page,
}) => {
  await beginArticle(page);
  const sheet = page.getByRole('dialog', { name: 'Phím tắt' });
  await body(page).click();
  await page.keyboard.type('Ai? ');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('ControlOrMeta+/');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(body(page)).toBeFocused();
  await page.getByRole('link', { name: 'Xem trước' }).focus();
  await page.keyboard.press('?');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Phím tắt' }).last().click();
  await expect(sheet).toContainText('Lưu ngay');
});

test('what a check finds leads to its field', async ({ page }) => {
  await beginArticle(page);
  await body(page).click();
  await page.keyboard.type('Một.');
  await addPhoto(page);
  await expectSaved(page);
  const lead = async (words: string | RegExp) => await page.getByRole('button', { name: words }).click();
  await lead('Bài chưa có tiêu đề.');
  await expect(headline(page)).toBeFocused();
  await lead('Bài chưa có sapo.');
  await expect(sapo(page)).toBeFocused();
  await lead('Bài chưa có chuyên mục.');
  await expect(page.getByLabel('Chuyên mục')).toBeFocused();
  await lead('Bài chưa có thẻ nào.');
  await expect(page.getByLabel('Thẻ')).toBeFocused();
  await lead('Chưa chọn bài liên quan nào.');
  await expect(page.getByLabel('Bài liên quan')).toBeFocused();
  await lead(/^Ảnh 1 trong bài chưa có mô tả/);
  await expect(page.getByRole('group', { name: 'Ảnh', exact: true }).locator(':focus')).toHaveValue('');
});

test('who may read an article but not write it sees it and can change nothing', async ({
  page,
  browser,
  baseURL,
}) => {
  const reporter = await makeStaff('reporter', ['thoi-su']);
  await beginArticle(page, reporter);
  await headline(page).fill('Bài của phóng viên');
  await sapo(page).fill('Sapo.');
  await body(page).click();
  await page.keyboard.type('Nội dung của bài.');
  await page.getByLabel('Chuyên mục').selectOption({ index: 1 });
  await expectSaved(page);
  await page.getByRole('button', { name: 'Gửi duyệt' }).click();
  await expect(page.getByText('Chờ biên tập', { exact: true })).toBeVisible();
  await page.reload();
  await expect(headline(page)).toHaveAttribute('readonly', '');
  await expect(body(page)).toHaveAttribute('aria-readonly', 'true');
  await expect(body(page)).toHaveText('Nội dung của bài.');
  await expect(page.getByLabel('Chuyên mục')).toBeDisabled();
  await expect(page.getByRole('toolbar')).toHaveCount(0);
  // Somebody of another section is told that there is nothing for them.
  const other = await browser.newPage(baseURL ? { baseURL } : {});
  await signIn(other, await makeStaff('reporter', ['the-thao']));
  expect((await other.goto(new URL(page.url()).pathname))?.status()).toBe(404);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Không có gì ở đây');
  await other.close();
});
