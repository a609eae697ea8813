import { type Browser, expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';
import { makeStaff, signIn, type TestStaff } from '#tests/support/staff.ts';
import { ask, body, expectSaved, headline, makeDraft, sapo } from '#tests/support/writing.ts';

// The buttons of the way to print, as the people who press them meet them.

let site: SmallSite;
let reporter: TestStaff;
let managing: TestStaff;
let chief: TestStaff;
test.beforeAll(async () => {
  site = await startSmallSite(manyArticles(2));
  reporter = await makeStaff('reporter', ['tin-tuc'], site.databaseUrl);
  managing = await makeStaff('managing_editor', ['tin-tuc'], site.databaseUrl);
  chief = await makeStaff('editor_in_chief', [], site.databaseUrl);
});
test.afterAll(async () => {
  await site.stop();
});

async function open(
  browser: Browser,
  staff: TestStaff,
  path: string,
  zone = 'Asia/Ho_Chi_Minh',
): Promise<Page> {
  const page = await (await browser.newContext({ timezoneId: zone })).newPage();
  await signIn(page, staff, path, site.url);
  return page;
}

const article = (id: number) => `/admin/bai-viet/${id}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const panel = (page: Page) => page.getByRole('region', { name: 'Đường ra báo' });
const draft = (title: string) => makeDraft(site.databaseUrl, reporter.id, { title });
const status = async (page: Page, id: number) =>
  (await page.request.get(`${site.url}/x-${id}.html`)).status();

async function rowOf(id: number) {
  const [row] = await ask<{ status: string; go_live_at: Date | null }>(
    site.databaseUrl,
    'SELECT status::text, go_live_at FROM article WHERE id = $1',
    [id],
  );
  return row;
}
const deeds = async (id: number, action: string) =>
  (
    await ask(site.databaseUrl, 'SELECT 1 FROM audit_entry WHERE subject_id = $1 AND action = $2', [
      id,
      action,
    ])
  ).length;

test('one press publishes, however quickly it is pressed twice; the message leads to the page', async ({
  browser,
}) => {
  const id = await draft('Bấm một lần là ra');
  const page = await open(browser, managing, article(id));
  await button(page, 'Xuất bản').dblclick();
  await expect(panel(page).getByText('Độc giả đã đọc được bài.')).toBeVisible();
  expect(await deeds(id, 'article.publish')).toBe(1);
  const [shown] = await Promise.all([
    page.waitForEvent('popup'),
    panel(page).getByRole('link', { name: 'Mở bài trên trang báo' }).click(),
  ]);
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText('Bấm một lần là ra');
  await page.context().close();
});

test('what was typed a moment before is in what readers get', async ({ browser }) => {
  const id = await draft('Gõ rồi bấm ngay');
  const page = await open(browser, managing, article(id));
  await sapo(page).fill('Câu cuối cùng vừa gõ.');
  await button(page, 'Xuất bản').click();
  await expect(panel(page).getByText('Độc giả đã đọc được bài.')).toBeVisible();
  const html = await (await page.request.get(`${site.url}/x-${id}.html`)).text();
  expect(html).toContain('Câu cuối cùng vừa gõ.');
  await page.context().close();
});

test('the checks follow the writing, stop what must be stopped and lead to the field, by keyboard', async ({
  browser,
}) => {
  const id = await draft('Bài thiếu sapo');
  const page = await open(browser, managing, article(id));
  await sapo(page).fill('');
  await expectSaved(page);
  const stop = panel(page).getByRole('button', { name: 'Bài chưa có sapo.' });
  await expect(stop).toBeVisible();
  await expect(panel(page).getByRole('button', { name: 'Bài chưa có thẻ nào.' })).toBeVisible();
  await button(page, 'Xuất bản').focus();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('alert')).toContainText('Bài chưa có sapo.');
  expect((await rowOf(id))?.status).toBe('draft');
  await stop.focus();
  await page.keyboard.press('Enter');
  await expect(sapo(page)).toBeFocused();
  await page.keyboard.type('Nay đã có sapo.');
  await expectSaved(page);
  await expect(stop).toBeHidden();
  // A warning stops nobody.
  await button(page, 'Xuất bản').click();
  await expect(panel(page).getByText('Độc giả đã đọc được bài.')).toBeVisible();
  await page.context().close();
});

test('sending back asks why, and the writer reads it, with who and when', async ({ browser }) => {
  const id = await draft('Bài bị trả');
  const writer = await open(browser, reporter, article(id));
  await button(writer, 'Gửi duyệt').click();
  await expect(panel(writer).getByText('Chờ biên tập')).toBeVisible();
  await expect(headline(writer)).not.toBeEditable();
  const page = await open(browser, managing, article(id));
  await button(page, 'Trả lại').click();
  await dialog(page).getByRole('button', { name: 'Trả lại' }).click();
  await expect(dialog(page).getByText('Hãy ghi lý do.')).toBeVisible();
  await dialog(page).getByLabel('Lý do').fill('Thiếu ý kiến người dân');
  await dialog(page).getByRole('button', { name: 'Trả lại' }).click();
  await expect(dialog(page)).toBeHidden();
  await writer.goto(`${site.url}${article(id)}`);
  await expect(panel(writer)).toContainText('Trả lại: Thiếu ý kiến người dân');
  await expect(panel(writer)).toContainText(managing.name);
  await expect(headline(writer)).toBeEditable();
  await Promise.all([page.context().close(), writer.context().close()]);
});

test('an hour is Viet Nam’s wherever the browser is; it can be changed and taken back', async ({
  browser,
}) => {
  const id = await draft('Hẹn giờ từ xa');
  const page = await open(browser, managing, article(id), 'America/New_York');
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toLocaleDateString('sv-SE', {
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  await button(page, 'Hẹn giờ').click();
  await dialog(page).getByLabel('Ngày và giờ').fill('2020-01-01T08:00');
  await dialog(page).getByRole('button', { name: 'Hẹn giờ' }).click();
  await expect(dialog(page).getByText('Giờ này đã qua')).toBeVisible();
  await dialog(page).getByRole('button', { name: '6:00 sáng mai' }).click();
  await dialog(page).getByRole('button', { name: 'Hẹn giờ' }).click();
  await expect(dialog(page)).toBeHidden();
  const [year, month, day] = tomorrow.split('-');
  await expect(panel(page)).toContainText(`Sẽ xuất bản lúc ${day}/${month}/${year} 06:00`);
  expect((await rowOf(id))?.go_live_at).toEqual(new Date(`${tomorrow}T06:00:00+07:00`));
  await button(page, 'Hẹn giờ').click();
  await expect(dialog(page).getByLabel('Ngày và giờ')).toHaveValue(`${tomorrow}T06:00`);
  await dialog(page).getByLabel('Ngày và giờ').fill(`${tomorrow}T07:30`);
  await dialog(page).getByRole('button', { name: 'Hẹn giờ' }).click();
  await expect(panel(page)).toContainText(`${day}/${month}/${year} 07:30`);
  await button(page, 'Hủy hẹn').click();
  await expect(panel(page).getByText('Bài không còn tự ra báo.')).toBeVisible();
  expect(await rowOf(id)).toEqual({ status: 'edited', go_live_at: null });
  await page.context().close();
});

test('who approved it stands there; somebody else who comes too late is told so', async ({ browser }) => {
  const id = await draft('Hai người cùng duyệt');
  const [page, other] = await Promise.all([
    open(browser, managing, article(id)),
    open(browser, chief, article(id)),
  ]);
  await expect(button(other, 'Duyệt')).toBeVisible();
  await button(page, 'Duyệt').click();
  await expect(panel(page)).toContainText(`Đã duyệt bởi ${managing.name}`);
  await button(other, 'Duyệt').click();
  await expect(panel(other).getByRole('alert')).toContainText('Hãy tải lại trang');
  expect(await deeds(id, 'article.approve')).toBe(1);
  await Promise.all([page.context().close(), other.context().close()]);
});

test('withdrawn, readers are told that it is gone, also while it waits for another hour', async ({
  browser,
}) => {
  const id = await draft('Bài phải gỡ');
  const page = await open(browser, managing, article(id));
  await button(page, 'Xuất bản').click();
  await expect(panel(page).getByText('Độc giả đã đọc được bài.')).toBeVisible();
  expect(await status(page, id)).toBe(200);
  await button(page, 'Gỡ bài').click();
  await dialog(page).getByLabel('Lý do').fill('Sai tên người');
  await dialog(page).getByRole('button', { name: 'Gỡ bài' }).click();
  await expect(panel(page)).toContainText('Lý do gỡ: Sai tên người');
  expect(await status(page, id)).toBe(410);
  await button(page, 'Hẹn giờ').click();
  await dialog(page).getByRole('button', { name: '6:00 sáng mai' }).click();
  await dialog(page).getByRole('button', { name: 'Hẹn giờ' }).click();
  await expect(panel(page).getByText('Đã hẹn giờ')).toBeVisible();
  // Whatever made the page anew would not turn it into one that never was.
  await site.sql(`INSERT INTO outbox (reason, tags) VALUES ('test', '{article:${id}}')`);
  await expect.poll(() => status(page, id)).toBe(410);
  await page.context().close();
});

test('a draft is thrown away only after being asked', async ({ browser }) => {
  const id = await draft('Nháp bỏ đi');
  const page = await open(browser, reporter, article(id));
  await button(page, 'Xóa nháp').click();
  await dialog(page).getByRole('button', { name: 'Thôi' }).click();
  await expect(body(page)).toBeVisible();
  await button(page, 'Xóa nháp').click();
  await dialog(page).getByRole('button', { name: 'Xóa nháp' }).click();
  await page.waitForURL(`${site.url}/admin/bai-viet`);
  expect(await rowOf(id)).toBeUndefined();
  await page.context().close();
});
