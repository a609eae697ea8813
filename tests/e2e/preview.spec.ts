import { createHmac } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { accessProblems, htmlProblems } from '#tests/support/page-checks.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';
import { makeStaff, signIn, type TestStaff } from '#tests/support/staff.ts';
import { openWhole } from '#tests/support/whole-page.ts';
import { expectSaved, headline, makeDraft } from '#tests/support/writing.ts';

// Articles that readers do not have yet, at their real look: for staff, and by a link for somebody without an account.

let site: SmallSite;
let editor: TestStaff;
let reporter: TestStaff;
test.beforeAll(async () => {
  site = await startSmallSite(manyArticles(12));
  editor = await makeStaff('editor_in_chief', [], site.databaseUrl);
  reporter = await makeStaff('reporter', ['tin-tuc'], site.databaseUrl);
});
test.afterAll(async () => {
  await site.stop();
});

const draft = () =>
  makeDraft(site.databaseUrl, editor.id, { title: 'Bài chưa ai thấy', paragraphs: ['Đoạn chưa ai đọc.'] });
const staffPath = (id: number) => `/admin/bai-viet/${id}/xem-truoc`;

async function open(browser: Browser, staff: TestStaff, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, staff, path, site.url);
  return page;
}

/** Makes a link as an editor does; gives its address. */
async function makeLink(page: Page, id: number, hours: string): Promise<string> {
  await page.goto(`${site.url}/admin/bai-viet/${id}`);
  await page.getByRole('button', { name: 'Gửi xem trước' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: hours }).check();
  await dialog.getByRole('button', { name: 'Tạo liên kết' }).click();
  return await dialog.getByLabel('Liên kết').inputValue();
}

test('staff see the article as readers will, and who may not read it finds nothing', async ({ browser }) => {
  const id = await draft();
  const page = await open(browser, editor, staffPath(id));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bài chưa ai thấy');
  await expect(page.getByText('Bản xem trước, chưa xuất bản')).toBeVisible();
  await expect(page.getByText('Đoạn chưa ai đọc.')).toBeVisible();
  // The paper's own page around it: its section bar, what to read next, its footer.
  await expect(page.getByRole('heading', { name: 'Đọc thêm' })).toBeVisible();
  expect((await page.request.get(`${site.url}/x-${id}.html`)).status()).toBe(404);
  const stranger = await open(browser, reporter, '/admin');
  expect((await stranger.goto(`${site.url}${staffPath(id)}`))?.status()).toBe(404);
  await Promise.all([page.context().close(), stranger.context().close()]);
});

test('signed out, the preview leads to signing in and back', async ({ page }) => {
  const id = await draft();
  await signIn(page, editor, staffPath(id), site.url);
  await expect(page.getByText('Bản xem trước, chưa xuất bản')).toBeVisible();
});

test('on a phone’s width the page is a phone’s', async ({ browser }) => {
  const id = await draft();
  const page = await open(browser, editor, staffPath(id));
  await page.getByRole('link', { name: 'Điện thoại' }).click();
  const phone = page.frameLocator('iframe');
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Bài chưa ai thấy');
  await expect(phone.getByText('Bản xem trước')).toHaveCount(0);
  const width = await phone.locator('html').evaluate((html) => html.ownerDocument.defaultView?.innerWidth);
  expect(width).toBeLessThan(400);
  await page.getByRole('link', { name: 'Màn hình này' }).click();
  await expect(page.locator('iframe')).toHaveCount(0);
  await page.context().close();
});

test('a link shows it to somebody without an account, as it is written at that moment', async ({
  browser,
}) => {
  const id = await draft();
  const page = await open(browser, editor, '/admin');
  const url = await makeLink(page, id, '24 giờ');
  const guest = await (await browser.newContext()).newPage();
  const answer = await guest.goto(url);
  expect(answer?.status()).toBe(200);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Bài chưa ai thấy');
  await expect(guest.getByRole('link', { name: 'Về trang viết bài' })).toHaveCount(0);
  const headers = answer?.headers() ?? {};
  expect(headers['cache-control']).toContain('no-store');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['x-robots-tag']).toContain('noindex');
  expect(headers['set-cookie']).toBeUndefined();
  await page.goto(`${site.url}/admin/bai-viet/${id}`);
  await headline(page).fill('Bài vừa sửa lại');
  await expectSaved(page);
  await guest.reload();
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Bài vừa sửa lại');
  await Promise.all([page.context().close(), guest.context().close()]);
});

test('a link that was altered, made up or has run out shows a plain notice', async ({ browser, request }) => {
  const id = await draft();
  const page = await open(browser, editor, '/admin');
  const url = await makeLink(page, id, '3 ngày');
  await page.context().close();
  const [, number, until = '', signature] = url.match(/\/xem-truoc\/(\d+)-(\d+)-(.+)$/) ?? [];
  const past = Math.floor(Date.now() / 1000) - 60;
  const ownGuess = createHmac('sha256', 'guess').update(`${id} ${past}`).digest('base64url');
  for (const code of [
    `${number}-${Number(until) + 60}-${signature}`,
    `${Number(number) + 1}-${until}-${signature}`,
    `${number}-${past}-${ownGuess}`,
    'x',
  ]) {
    const answer = await request.get(`${site.url}/xem-truoc/${code}`);
    expect(answer.status(), code).toBe(404);
    const html = await answer.text();
    expect(html).toContain('Không có bản xem trước ở địa chỉ này');
    expect(html).not.toContain('Bài chưa ai thấy');
    expect(answer.headers()['cache-control']).toContain('no-store');
  }
});

test('a preview is valid and accessible, light and dark, wide and narrow', async ({ browser }) => {
  const id = await draft();
  const page = await open(browser, editor, '/admin');
  for (const path of [staffPath(id), `${staffPath(id)}?xem=dien-thoai`]) {
    expect(await htmlProblems(await (await page.request.get(`${site.url}${path}`)).text())).toEqual([]);
    for (const width of [360, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await openWhole(page, `${site.url}${path}`);
        expect(await accessProblems(page), `${path} ${width} ${colorScheme}`).toEqual([]);
        const scrolled = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(scrolled, `${path} beyond ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  }
  await page.context().close();
});
