import { type BrowserContext, expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { accessProblems } from '#tests/support/page-checks.ts';
import { articleText } from '#tests/support/sample-files.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';
import { makeStaff, signIn } from '#tests/support/staff.ts';

// The desk's pages in a browser, and what readers get of each change.

let site: SmallSite;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  const tagged = (title: string, tags: string[], category = 'Thời sự/Đô thị') =>
    articleText({ title, category, publishedAt: '2026-03-02T08:00:00+07:00', tags, topic: 'Cầu mới' });
  site = await startSmallSite({
    ...manyArticles(25),
    'a.md': tagged('Đường ngập', ['TPHCM', 'ngập nước']),
    'b.md': tagged('Kẹt xe', ['Sài Gòn', 'ngập nước', 'TPHCM']),
    'c.md': tagged('Lúa được mùa', ['TP.HCM'], 'Kinh tế'),
  });
  context = await browser.newContext({ baseURL: site.url });
  page = await context.newPage();
  await signIn(page, await makeStaff('editor_in_chief', [], site.databaseUrl), '/admin', site.url);
});
test.afterAll(async () => {
  await context.close();
  await site.stop();
});
test.describe.configure({ mode: 'serial' });

const menu = (name: string) =>
  page.getByRole('navigation', { name: 'Tòa soạn' }).getByRole('link', { name, exact: true });
const said = (text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

/** Where a reader's address leads, without following. */
async function leadsTo(path: string): Promise<string> {
  const answer = await context.request.get(path, { maxRedirects: 0 });
  const location = answer.headers()['location'];
  return location ? `${answer.status()} ${new URL(location, site.url).pathname}` : String(answer.status());
}

/** The names in the section bar, as readers get it now. */
async function sectionBar(): Promise<string[]> {
  const reader = await context.newPage();
  await reader.goto('/');
  const names = await reader
    .getByRole('navigation', { name: 'Chuyên mục' })
    .first()
    .getByRole('link')
    .allTextContents();
  await reader.close();
  return names.map((name) => name.trim());
}

test('a section is renamed; its old addresses lead to the new ones at once, page by page', async () => {
  expect(await leadsTo('/tin-tuc')).toBe('200');
  expect(await leadsTo('/tin-moi')).toBe('404');
  await menu('Chuyên mục').click();
  await page.getByRole('link', { name: 'Tin tức', exact: true }).click();
  await page.getByLabel('Tên chuyên mục').fill('Tin mới');
  await expect(page.getByLabel('Địa chỉ')).toHaveValue('tin-moi');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await said('Đã lưu chuyên mục “Tin mới”');
  expect(await leadsTo('/tin-tuc')).toBe('308 /tin-moi');
  expect(await leadsTo('/tin-tuc/trang/2')).toBe('308 /tin-moi/trang/2');
  expect(await leadsTo('/tin-moi')).toBe('200');
  expect(await leadsTo('/tin-moi/trang/2')).toBe('200');
  expect(await sectionBar()).toContain('Tin mới');
});

test('a name whose address is the site’s own is refused beside the field, and what was typed stays', async () => {
  await menu('Chuyên mục').click();
  await page.getByRole('link', { name: 'Thời sự', exact: true }).click();
  await page.getByLabel('Tên chuyên mục').fill('Tìm kiếm');
  await page.getByLabel('Mô tả').fill('Chuyện trong ngày.');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByLabel('Địa chỉ')).toHaveAccessibleDescription(/của riêng trang báo/);
  await expect(page.getByLabel('Mô tả')).toHaveValue('Chuyện trong ngày.');
  expect(await accessProblems(page)).toEqual([]);
  await page.getByLabel('Tên chuyên mục').fill('Trong nước');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await said('Đã lưu chuyên mục “Trong nước”');
  expect(await leadsTo('/thoi-su/do-thi')).toBe('308 /trong-nuoc/do-thi');
});

test('sections are put in order by keyboard, step by step and by lifting', async () => {
  await menu('Chuyên mục').click();
  const names = () =>
    page
      .getByRole('list', { name: 'Chuyên mục cấp một' })
      .locator(':scope > li > .sortable-row a.table-link');
  await expect(names()).toHaveCount(3);
  const before = await names().allTextContents();
  const [first = '', second = '', third = ''] = before;
  await page.getByRole('button', { name: `Xuống ${first}` }).focus();
  await page.keyboard.press('Enter');
  await expect(names()).toHaveText([second, first, third]);
  await expect(page.getByRole('button', { name: `Xuống ${first}` })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(names()).toHaveText([second, third, first]);
  await expect.poll(sectionBar).toEqual(expect.arrayContaining([second, third, first]));

  await page.getByRole('button', { name: `Kéo ${second}` }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(`${second} ở vị trí 1/3`)).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(`${second} ở vị trí 2/3`)).toBeAttached();
  await page.keyboard.press('Space');
  await expect(names()).toHaveText([third, second, first]);
  await expect
    .poll(async () => (await sectionBar()).filter((name) => before.includes(name)))
    .toEqual([third, second, first]);
  await page.reload();
  await expect(names()).toHaveText([third, second, first]);
});

test('a section is added, and deleted with a place for what hangs on it', async () => {
  await menu('Chuyên mục').click();
  await page.getByRole('button', { name: 'Thêm chuyên mục' }).click();
  const dialog = page.getByRole('dialog', { name: 'Chuyên mục mới' });
  await expect(dialog).toBeVisible();
  expect(await accessProblems(page)).toEqual([]);
  await dialog.getByLabel('Tên chuyên mục').fill('Nông thôn');
  await dialog.getByLabel('Nằm trong').selectOption({ label: 'Kinh tế' });
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click();
  await said('Đã thêm chuyên mục “Nông thôn”');
  await expect(dialog).toBeHidden();
  expect(await leadsTo('/kinh-te/nong-thon')).toBe('200');

  await page.getByRole('link', { name: 'Kinh tế', exact: true }).click();
  await page.getByRole('button', { name: 'Xóa chuyên mục' }).click();
  const asked = page.getByRole('dialog', { name: 'Xóa chuyên mục “Kinh tế”?' });
  await asked.getByRole('button', { name: 'Xóa chuyên mục' }).click();
  await expect(asked.getByLabel('Chuyên mục nhận')).toHaveAccessibleDescription(/1 bài, 1 mục con/);
  await asked.getByLabel('Chuyên mục nhận').selectOption({ label: 'Tin mới' });
  await asked.getByRole('button', { name: 'Xóa chuyên mục' }).click();
  await said('Đã xóa chuyên mục “Kinh tế”');
  await expect(page).toHaveURL(/\/admin\/chuyen-muc$/);
  expect(await leadsTo('/kinh-te')).toBe('308 /tin-moi');
  expect(await leadsTo('/kinh-te/nong-thon')).toBe('308 /tin-moi/nong-thon');
  expect(await (await context.request.get('/tin-moi')).text()).toContain('Lúa được mùa');
});

test('tags are found without marks and merged; articles and readers get the one that stays', async () => {
  expect(await leadsTo('/tag/tphcm')).toBe('200');
  await menu('Thẻ').click();
  await page.getByLabel('Tìm theo tên').fill('NGAP nuoc');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await expect(page.getByRole('rowheader')).toHaveText(['ngập nước']);
  await menu('Thẻ').click();
  for (const name of ['TPHCM', 'Sài Gòn', 'TP.HCM']) {
    await page.getByRole('checkbox', { name: `Chọn ${name}`, exact: true }).check();
  }
  await page.getByRole('button', { name: 'Gộp 3 thẻ đã chọn' }).click();
  const dialog = page.getByRole('dialog', { name: 'Gộp thẻ' });
  const stays = dialog.getByRole('combobox', { name: 'Thẻ được giữ lại' });
  await expect(stays).toHaveValue('TPHCM');
  await stays.fill('tp.h');
  await dialog.getByRole('option', { name: /TP\.HCM/ }).waitFor();
  expect(await accessProblems(page)).toEqual([]);
  await stays.press('ArrowDown');
  await stays.press('Enter');
  await expect(stays).toHaveValue('TP.HCM');
  await dialog.getByRole('button', { name: 'Gộp thẻ' }).click();
  await said('Đã gộp vào “TP.HCM”: 2 bài đổi thẻ');
  expect(await leadsTo('/tag/tphcm')).toBe('308 /tag/tp-hcm');
  expect(await leadsTo('/tag/sai-gon')).toBe('308 /tag/tp-hcm');
  const html = await (await context.request.get('/tag/tp-hcm')).text();
  for (const title of ['Đường ngập', 'Kẹt xe', 'Lúa được mùa']) expect(html).toContain(title);
});

test('a tag that no published article has is no page; an article that gets it makes it one', async () => {
  await menu('Thẻ').click();
  await page.getByLabel('Thẻ mới').fill('Hạ  Long');
  await page.getByRole('button', { name: 'Thêm thẻ' }).click();
  await said('Đã thêm thẻ “Hạ Long”');
  await page.getByLabel('Thẻ mới').fill('hạ long');
  await page.getByRole('button', { name: 'Thêm thẻ' }).click();
  await expect(page.getByLabel('Thẻ mới')).toHaveAccessibleDescription('Đã có thẻ “Hạ Long”.');
  await expect(page.getByLabel('Thẻ mới')).toHaveValue('hạ long');
  expect(await leadsTo('/tag/ha-long')).toBe('404');
  await site.importFiles({
    'd.md': articleText({ title: 'Vịnh sạch', publishedAt: '2026-03-03T08:00:00+07:00', tags: ['Hạ Long'] }),
  });
  await expect.poll(() => leadsTo('/tag/ha-long')).toBe('200');
});

test('two people in one form: the second is told, and nothing of theirs is lost', async ({ browser }) => {
  await menu('Sự kiện').click();
  await page.getByRole('link', { name: 'Cầu mới' }).click();
  const other = await browser.newPage({ baseURL: site.url });
  await signIn(other, await makeStaff('managing_editor', [], site.databaseUrl), '/admin/su-kien', site.url);
  await other.getByRole('link', { name: 'Cầu mới' }).click();
  await other.getByLabel('Tên sự kiện').fill('Cầu Vạn Chài');
  await other.getByRole('button', { name: 'Lưu' }).click();
  await expect(other.getByRole('heading', { name: 'Cầu Vạn Chài' })).toBeVisible();
  await other.close();
  await page.getByLabel('Mô tả').fill('Từ ngày khởi công.');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'vừa được người khác sửa' })).toBeFocused();
  await expect(page.getByLabel('Mô tả')).toHaveValue('Từ ngày khởi công.');
  expect(await leadsTo('/chu-de/cau-moi')).toBe('308 /chu-de/cau-van-chai');
});
