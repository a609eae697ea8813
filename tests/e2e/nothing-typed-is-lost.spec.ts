import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { accessProblems } from '#tests/support/page-checks.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';
import { makeStaff, signIn, type TestStaff } from '#tests/support/staff.ts';
import {
  ask,
  expectSaved,
  expectUnsaved,
  headline,
  makeDraft,
  openDraft,
  sapo,
  saved,
  typeInBody,
} from '#tests/support/writing.ts';

let site: SmallSite;
let lan: TestStaff;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await startSmallSite(manyArticles(2));
  lan = await makeStaff('editor_in_chief', [], site.databaseUrl);
});
test.afterAll(async () => {
  await site.stop();
});
// The server is killed under some of them.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

async function expectAccessible(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await accessProblems(page)).toEqual([]);
    }
  }
}

const draft = (options?: Parameters<typeof makeDraft>[2]) => makeDraft(site.databaseUrl, lan.id, options);
const onServer = (id: number) => saved(site.databaseUrl, id);

/**
 * Closes a tab whose line is down. A goodbye outlives its page, and the missing line that the browser was told of for that
 * page: here the page itself has no way to send it.
 */
async function closeUnheard(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.fetch = async () => await Promise.reject(new TypeError('no line'));
    navigator.sendBeacon = () => false;
  });
  await page.close();
}

test('what is typed is with the server two seconds after the last key, without a button', async ({
  page,
}) => {
  const id = await draft();
  await signIn(page, lan, `/admin/bai-viet/${id}`, site.url);
  await expectSaved(page);
  await headline(page).fill('Tựa mới');
  await expectUnsaved(page);
  await typeInBody(page, ' Câu thứ hai.');
  await expectSaved(page);
  expect(await onServer(id)).toMatchObject({ title: 'Tựa mới', paragraphs: ['Đoạn đầu. Câu thứ hai.'] });
});

test('the server is killed while somebody types, and starts again: nothing is lost', async ({ page }) => {
  const id = await draft();
  await signIn(page, lan, `/admin/bai-viet/${id}`, site.url);
  await typeInBody(page, ' Trước khi mất máy chủ.');
  await site.kill();
  await typeInBody(page, ' Trong khi mất máy chủ.');
  await expect(page.getByRole('status').filter({ hasText: 'Mất kết nối' })).toBeVisible({ timeout: 15_000 });
  await site.startAgain();
  await typeInBody(page, ' Sau khi có lại.');
  await expectSaved(page);
  expect((await onServer(id)).paragraphs).toEqual([
    'Đoạn đầu. Trước khi mất máy chủ. Trong khi mất máy chủ. Sau khi có lại.',
  ]);
});

test('the session ends while somebody types: signed in again in place, nothing is lost', async ({ page }) => {
  const id = await draft();
  await signIn(page, lan, `/admin/bai-viet/${id}`, site.url);
  await typeInBody(page, ' Còn phiên.');
  await ask(site.databaseUrl, 'DELETE FROM session');
  await typeInBody(page, ' Hết phiên.');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Mật khẩu')).toBeVisible({ timeout: 15_000 });
  await expectUnsaved(page);
  await dialog.getByLabel('Mật khẩu').fill(lan.password);
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(dialog).toBeHidden();
  await expectSaved(page);
  expect((await onServer(id)).paragraphs).toEqual(['Đoạn đầu. Còn phiên. Hết phiên.']);
  await typeInBody(page, ' Viết tiếp.');
  await expectSaved(page);
  expect((await onServer(id)).paragraphs).toEqual(['Đoạn đầu. Còn phiên. Hết phiên. Viết tiếp.']);
});

test('offline for a while: nothing is lost, and it is saved as soon as the line is back', async ({
  page,
  context,
}) => {
  const id = await draft();
  await signIn(page, lan, `/admin/bai-viet/${id}`, site.url);
  await expectSaved(page);
  await context.setOffline(true);
  for (let i = 1; i <= 10; i++) {
    await typeInBody(page, ` Câu ${i}.`);
    await sleep(1500);
  }
  await expectUnsaved(page);
  await context.setOffline(false);
  await expectSaved(page);
  const [text] = (await onServer(id)).paragraphs;
  expect(text).toBe(`Đoạn đầu. ${Array.from({ length: 10 }, (_, i) => `Câu ${i + 1}.`).join(' ')}`);
});

test('the tab is closed 200 ms after the last key, and opened again: nothing is lost', async ({
  page,
  context,
}) => {
  const id = await draft();
  await signIn(page, lan, `/admin/bai-viet/${id}`, site.url);
  await expectSaved(page);
  await typeInBody(page, ' Vội đóng.');
  await sleep(200);
  await page.close();
  const again = await context.newPage();
  await openDraft(again, site.url, id);
  await expect(again.getByText('Đoạn đầu. Vội đóng.')).toBeVisible();
  await expectSaved(again);
  expect((await onServer(id)).paragraphs).toEqual(['Đoạn đầu. Vội đóng.']);
});

test('the page is loaded again in the same breath as the last key: nothing is lost, and no window asks', async ({
  page,
  context,
}) => {
  const id = await draft();
  await signIn(page, lan, `/admin/bai-viet/${id}`, site.url);
  await expectSaved(page);
  await context.setOffline(true);
  await headline(page).fill('Vừa gõ');
  // Gone as a page goes, its goodbye heard by nobody.
  await page.goto('about:blank');
  await context.setOffline(false);
  await openDraft(page, site.url, id);
  await expect(headline(page)).toHaveValue('Vừa gõ');
  await expectSaved(page);
});

test('closed without a line and without a server, opened again days later: the browser still has it', async ({
  page,
  context,
}) => {
  const id = await draft();
  await signIn(page, lan, `/admin/bai-viet/${id}`, site.url);
  await expectSaved(page);
  await context.setOffline(true);
  await headline(page).fill('Chỉ trình duyệt biết');
  await sleep(200);
  await closeUnheard(page);
  await context.setOffline(false);
  expect((await onServer(id)).title).toBe('Bài đang viết');
  const again = await context.newPage();
  await openDraft(again, site.url, id);
  await expect(headline(again)).toHaveValue('Chỉ trình duyệt biết');
  await expectSaved(again);
  expect((await onServer(id)).title).toBe('Chỉ trình duyệt biết');
});

test('nobody is shown what another person left in the same browser', async ({ page, context }) => {
  const id = await draft();
  const minh = await makeStaff('editor_in_chief', [], site.databaseUrl);
  await signIn(page, lan, `/admin/bai-viet/${id}`, site.url);
  await expectSaved(page);
  await context.setOffline(true);
  await headline(page).fill('Chữ của Lan');
  await sleep(200);
  await closeUnheard(page);
  await context.setOffline(false);
  await context.clearCookies();
  const his = await context.newPage();
  await signIn(his, minh, `/admin/bai-viet/${id}`, site.url);
  await expect(headline(his)).toHaveValue('Bài đang viết');
  await expectSaved(his);
  await his.close();
  await context.clearCookies();
  const hers = await context.newPage();
  await signIn(hers, lan, `/admin/bai-viet/${id}`, site.url);
  await expect(headline(hers)).toHaveValue('Chữ của Lan');
  await expectSaved(hers);
});

test('a text the server refuses is kept, says why beside the field, and goes out once it is right', async ({
  page,
}) => {
  const id = await draft();
  await signIn(page, lan, `/admin/bai-viet/${id}`, site.url);
  await expectSaved(page);
  await headline(page).fill('x'.repeat(301));
  await sapo(page).fill('Sapo vẫn còn.');
  await expect(page.getByText('Tiêu đề dài quá 300 chữ cái.').first()).toBeVisible();
  await page.reload();
  await expect(sapo(page)).toHaveValue('Sapo vẫn còn.');
  await headline(page).fill('Vừa phải');
  await expectSaved(page);
  expect(await onServer(id)).toMatchObject({ title: 'Vừa phải', sapo: 'Sapo vẫn còn.' });
});

test('the history shows who wrote what and when, two texts word by word, and an old one comes back as a new one', async ({
  page,
}) => {
  const id = await draft({ title: 'Tựa đầu', paragraphs: ['Mưa lớn ở Hà Nội.', 'Đoạn hai.'] });
  await signIn(page, lan, `/admin/bai-viet/${id}`, site.url);
  await expectSaved(page);
  await headline(page).fill('Tựa thứ nhất');
  await expectSaved(page);
  // Another writer's save between, so that each stands in the history by itself.
  const minh = await makeStaff('editor_in_chief', [], site.databaseUrl);
  await ask(site.databaseUrl, 'UPDATE revision SET author_id = $2 WHERE article_id = $1', [id, minh.id]);
  await headline(page).fill('Tựa thứ hai');
  await typeInBody(page, ' Thêm một câu.');
  await expectSaved(page);

  await page.getByRole('link', { name: 'Lịch sử' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lịch sử bài' })).toBeVisible();
  const rows = page.getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText(lan.name);
  await expect(rows.nth(2)).toContainText(minh.name);
  await expect(rows.nth(1)).toContainText(/\d\d\/\d\d\/\d{4} \d\d:\d\d/);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'So sánh hai bản đã chọn' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'So sánh hai bản' })).toBeVisible();
  await expect(page.locator('del')).toHaveText(['nhất']);
  await expect(page.locator('ins')).toHaveText(['hai', ' Thêm một câu.']);
  await expect(page.getByText('1 đoạn không đổi')).toBeVisible();
  await expectAccessible(page);

  await page.goBack();
  await page.getByRole('button', { name: 'Khôi phục bản 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Khôi phục' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText('Khôi phục bản 1');
  expect(await onServer(id)).toMatchObject({
    title: 'Tựa thứ nhất',
    paragraphs: ['Mưa lớn ở Hà Nội.', 'Đoạn hai.'],
  });
  await page.getByRole('link', { name: 'Về bài' }).click();
  await expect(headline(page)).toHaveValue('Tựa thứ nhất');
});
