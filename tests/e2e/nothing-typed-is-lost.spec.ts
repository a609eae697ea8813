import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
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

const draft = (options?: Parameters<typeof makeDraft>[2]) => makeDraft(site.databaseUrl, lan.id, options);
const onServer = (id: number) => saved(site.databaseUrl, id);

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
  await page.close();
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
  await page.close();
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
