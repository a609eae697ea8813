import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { test } from '#tests/support/browser.ts';
import { accessProblems, htmlProblems } from '#tests/support/page-checks.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';
import { makeStaff, signIn } from '#tests/support/staff.ts';

let site: SmallSite;
let page: Page;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  site = await startSmallSite(manyArticles(4));
  await site.sql(`UPDATE article SET status = 'withdrawn', withdrawn_at = now() WHERE id = 4`);
  page = await signedIn(browser);
});
test.afterAll(async () => {
  await page.context().close();
  await site.stop();
});

async function signedIn(browser: Browser): Promise<Page> {
  const own = await (await browser.newContext()).newPage();
  await signIn(own, await makeStaff('editor_in_chief', [], site.databaseUrl), '/admin/cai-dat', site.url);
  return own;
}

const save = async (on: Page) => await on.getByRole('button', { name: 'Lưu cài đặt' }).click();
// Of two saved one soon after the other, both sentences stand there for a while.
const said = (on: Page) => on.getByText('Trang của độc giả đã đổi theo.').last();
const read = async (request: APIRequestContext, path: string) =>
  await (await request.get(`${site.url}${path}`)).text();

test('what the paper says of itself changes on every kind of page at once', async ({ request }) => {
  const paths = [
    '/',
    '/tin-tuc',
    '/x-1.html',
    '/x-4.html',
    '/tag/ban-tin',
    '/tim-kiem',
    '/tim-kiem?q=tin',
    '/khong-co',
  ];
  for (const path of paths) expect(await read(request, path), path).toContain('Nhật báo Mộc Hải');
  await page.getByLabel('Tên báo').fill('Báo Sông Trầm');
  await page.getByLabel('Tên lớn ở đầu trang').fill('Sông Trầm');
  await page.getByLabel('Số giấy phép').fill('45/GP-BVHTTDL');
  await page.getByLabel('Cơ quan cấp phép').fill('Sở Văn hóa Mộc Hải');
  await page.getByLabel('Tổng biên tập').fill('Lê Thu Hành');
  await page.getByLabel('Địa chỉ tòa soạn').fill('3 phố Bến Đá');
  await page.getByLabel('Điện thoại').fill('0200 555 0199');
  await page.getByLabel('E-mail tòa soạn').fill('lienhe@songtram.example');
  await page
    .getByLabel('Địa chỉ mạng xã hội')
    .fill('https://www.facebook.com/songtram\nhttps://zalo.me/12345');
  await save(page);
  await expect(said(page)).toBeVisible();
  const lines = [
    'Báo Sông Trầm',
    '45/GP-BVHTTDL',
    'Sở Văn hóa Mộc Hải',
    'Tổng biên tập: Lê Thu Hành',
    '3 phố Bến Đá',
    '0200 555 0199',
    'lienhe@songtram.example',
    '<a href="https://zalo.me/12345" rel="me">Zalo</a>',
  ];
  for (const path of paths) {
    const html = await read(request, path);
    for (const line of lines) expect(html, path).toContain(line);
    expect(html, path).toMatch(/<title>[^<]*Báo Sông Trầm/);
    expect(html, path).not.toContain('Nhật báo Mộc Hải');
    expect(await htmlProblems(html)).toEqual([]);
  }
  expect(await read(request, '/x-1.html')).toContain('property="og:site_name" content="Báo Sông Trầm"');
  // The newsroom calls itself after the paper too.
  await expect(page.getByRole('link', { name: 'Báo Sông Trầm' })).toBeVisible();
});

test('what is wrong is told beside its field, and what was typed stays', async () => {
  await page.getByLabel('Tên báo').fill('');
  await page.getByLabel('E-mail tòa soạn').fill('không phải địa chỉ');
  await page.getByLabel('Địa chỉ mạng xã hội').fill('https://zalo.me/12345\nhttp://x.com/songtram');
  await save(page);
  const errorOf = (label: string) =>
    page.locator('.field', { has: page.getByLabel(label) }).locator('.field-error');
  await expect(errorOf('Tên báo')).toHaveText('Tên báo không được để trống.');
  await expect(errorOf('E-mail tòa soạn')).toContainText('chưa đúng');
  await expect(errorOf('Địa chỉ mạng xã hội')).toContainText('“http://x.com/songtram”');
  await expect(page.getByLabel('E-mail tòa soạn')).toHaveValue('không phải địa chỉ');
  await expect(page.getByLabel('E-mail tòa soạn')).toHaveAttribute('aria-invalid', 'true');
  expect(await accessProblems(page)).toEqual([]);
});

test('two people at once: what only one changed is joined, what both changed is shown', async ({
  browser,
}) => {
  const other = await signedIn(browser);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${site.url}/admin/cai-dat`);
  await other.getByLabel('Khẩu hiệu').fill('Câu của người kia');
  await other.getByLabel('Điện thoại').fill('0200 555 0111');
  await save(other);
  await expect(said(other)).toBeVisible();

  await page.getByLabel('Khẩu hiệu').fill('Câu của tôi');
  await page.getByLabel('Hãng tin ghi trước sapo').fill('STR');
  await save(page);
  await expect(page.getByText('chưa có gì bị ghi đè')).toBeVisible();
  await expect(page.getByLabel('Khẩu hiệu')).toHaveValue('Câu của tôi');
  await expect(page.getByText('Bản người kia vừa lưu: Câu của người kia')).toBeVisible();
  await expect(page.getByLabel('Điện thoại')).toHaveValue('0200 555 0111');
  await save(page);
  await expect(said(page)).toBeVisible();
  await other.reload();
  await expect(other.getByLabel('Khẩu hiệu')).toHaveValue('Câu của tôi');
  await expect(other.getByLabel('Hãng tin ghi trước sapo')).toHaveValue('STR');
  await other.context().close();
});

test('the logo stands in the masthead, at its shape, in light and dark; without it the words are back', async ({
  browser,
  request,
}) => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="200"><rect width="800" height="200" fill="#fff"/>
    <text x="400" y="140" font-size="120" text-anchor="middle" fill="#222">SONG TRAM</text></svg>`;
  const buffer = await sharp(Buffer.from(drawing)).png().toBuffer();
  await page.getByRole('button', { name: 'Chọn logo' }).click();
  await page
    .locator('dialog input[type=file]')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
  const take = page.getByRole('button', { name: 'Lấy ảnh' });
  await expect(take).toBeEnabled({ timeout: 30_000 });
  await take.click();
  // The sentence may still stand there from the save before.
  const saved = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && new URL(answer.url()).pathname === '/admin/cai-dat',
  );
  await save(page);
  await saved;
  await expect(said(page)).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const reader = await context.newPage();
      for (const path of ['/', '/x-1.html']) {
        const answer = await reader.goto(`${site.url}${path}`);
        expect(await htmlProblems((await answer?.text()) ?? '')).toEqual([]);
        const logo = reader.getByRole('banner').getByRole('img', { name: 'Báo Sông Trầm' });
        const box = await logo.boundingBox();
        expect(Math.round((box?.width ?? 0) / (box?.height ?? 1))).toBe(4);
        await expect(logo).toHaveAttribute('width', '800');
        expect(
          await reader.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        expect(await accessProblems(reader)).toEqual([]);
      }
      await context.close();
    }
  }
  await page.getByRole('button', { name: 'Bỏ logo' }).click();
  await save(page);
  await expect.poll(() => read(request, '/')).not.toContain('masthead-logo');
  expect(await read(request, '/')).toContain('masthead-title');
});

test('a managing editor has no settings', async ({ browser }) => {
  const other = await (await browser.newContext()).newPage();
  await signIn(other, await makeStaff('managing_editor', ['tin-tuc'], site.databaseUrl), '/admin', site.url);
  await other.goto(`${site.url}/admin/cai-dat`);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Không có gì ở đây');
  await other.context().close();
});
