import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test';
import { minuteInVietNam } from '#lib/site/dates.ts';
import type { Role } from '#lib/staff/types.ts';
import { test } from '#tests/support/browser.ts';
import { accessProblems, htmlProblems } from '#tests/support/page-checks.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';
import { makeStaff, signIn } from '#tests/support/staff.ts';

// Articles of words only: they flow to the lead and the column (slots 8 to 15), and elsewhere only when pinned.
let site: SmallSite;
let page: Page;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  site = await startSmallSite(manyArticles(30));
  page = await signedIn(browser, 'managing_editor', ['tin-tuc']);
});
test.afterAll(async () => {
  await page.context().close();
  await site.stop();
});
test.beforeEach(async () => {
  await site.sql(`BEGIN; DELETE FROM pin; UPDATE breaking_news SET ended_at = now();
    INSERT INTO outbox (reason, tags) VALUES ('tests', '{site}'); COMMIT`);
});

async function signedIn(browser: Browser, role: Role, sections: string[] = []): Promise<Page> {
  const own = await (await browser.newContext({ viewport: { width: 1280, height: 1200 } })).newPage();
  await signIn(own, await makeStaff(role, sections, site.databaseUrl), '/admin/trang-nhat', site.url);
  return own;
}

const read = async (request: APIRequestContext, path = '/') =>
  await (await request.get(`${site.url}${path}`)).text();
/** The numbers of the articles in each rank of the front page, in order. */
async function ranks(request: APIRequestContext, path = '/') {
  const found = [...(await read(request, path)).matchAll(/class="card card-(\w+)" data-article="(\d+)"/g)];
  const of = (rank: string) => found.filter(([, one]) => one === rank).map(([, , id]) => Number(id));
  const all = found.map(([, , id]) => Number(id));
  expect(new Set(all).size, 'no article twice').toBe(all.length);
  return { lead: of('lead'), seconds: of('second'), thirds: of('third'), column: of('headline').slice(0, 8) };
}

const slot = (on: Page, number: number) => on.locator(`[data-slot="${number}"]`);
const handle = (on: Page, number: number) => slot(on, number).getByRole('button', { name: /^Kéo bài/ });
const saveFront = async (on: Page) => {
  await on.getByRole('button', { name: 'Lưu sắp xếp' }).click();
  await expect(on.getByText('Đã lưu. Độc giả thấy').last()).toBeVisible();
  // What was said of the save before may still stand in the corner.
  await expect(on.getByText('Có thay đổi chưa lưu.')).toHaveCount(0);
};
const openDesk = async (on: Page, path = '/admin/trang-nhat') => await on.goto(`${site.url}${path}`);

test('by keyboard an article is lifted, carried to a slot and pinned there; each step is told', async ({
  request,
}) => {
  await openDesk(page);
  await expect(slot(page, 9)).toContainText('Bản tin thứ 3');
  await handle(page, 9).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Đang ở vị trí 9, ')).toBeAttached();
  for (const place of ['8, Cột Mới nhất', '7, Hàng dưới', '6, Hàng dưới', '5, Hàng dưới']) {
    await page.keyboard.press('ArrowUp');
    await expect(page.getByText(`Đang ở vị trí ${place}.`)).toBeAttached();
  }
  await page.keyboard.press('Space');
  await expect(page.getByText('Đã ghim bài “Bản tin thứ 3” vào vị trí 5, Hàng dưới.')).toBeAttached();
  await expect(slot(page, 5)).toContainText('Đã ghim');
  await expect(handle(page, 5)).toBeFocused();
  expect((await ranks(request)).thirds, 'not before it is saved').toEqual([]);
  await saveFront(page);
  expect(await ranks(request)).toEqual({
    lead: [1],
    seconds: [],
    thirds: [3],
    column: [2, 4, 5, 6, 7, 8, 9, 10],
  });
});

test('with the mouse an article is dragged to a slot; "Lên", "Xuống" and "Bỏ ghim" move and free it', async ({
  request,
}) => {
  await openDesk(page);
  const from = await slot(page, 8).getByText('Bản tin thứ 2', { exact: true }).boundingBox();
  const to = await slot(page, 3).boundingBox();
  if (!from || !to) throw new Error('the rows are not on the screen');
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y - 40, { steps: 5 });
  await page.mouse.move(to.x + 100, to.y + 15, { steps: 10 });
  await page.mouse.up();
  await expect(slot(page, 3)).toContainText('Đã ghim');
  await saveFront(page);
  expect((await ranks(request)).seconds).toEqual([2]);

  // By keyboard the button goes along with the article.
  await slot(page, 3).getByRole('button', { name: /^Lên/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(slot(page, 1)).toContainText('Bản tin thứ 2');
  await saveFront(page);
  expect((await ranks(request)).lead).toEqual([2]);
  await slot(page, 1)
    .getByRole('button', { name: /^Bỏ ghim/ })
    .click();
  await saveFront(page);
  expect((await ranks(request)).lead).toEqual([1]);
});

test('an article is found by words without marks and pinned; what stood there makes room', async ({
  request,
}) => {
  await openDesk(page);
  const find = page.getByLabel('Tìm bài để ghim');
  for (const number of [20, 21]) {
    await find.fill(`ban tin thu ${number}`);
    await page
      .getByRole('listitem')
      .getByRole('button', { name: `Ghim vào vị trí 1 – Bản tin thứ ${number}` })
      .click();
  }
  await expect(slot(page, 1)).toContainText('Bản tin thứ 21');
  await expect(slot(page, 2)).toContainText('Bản tin thứ 20');
  // The page as it will be, before anything is saved.
  const preview = page.frameLocator('iframe');
  await expect(preview.locator('.card-lead')).toContainText('Bản tin thứ 21', { timeout: 20_000 });
  await expect(preview.locator('.card-second')).toContainText('Bản tin thứ 20');
  expect((await ranks(request)).lead).toEqual([1]);
  await saveFront(page);
  expect((await ranks(request)).lead).toEqual([21]);
});

test('the page as it will be is for those who may arrange it, and kept by nobody', async ({
  browser,
  request,
}) => {
  const path = '/admin/xem-truoc/trang-nhat?ghim=1-9.2-8';
  const answer = await page.goto(`${site.url}${path}`);
  expect(answer?.headers()['cache-control']).toContain('no-store');
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  await expect(page.locator('.card-lead')).toContainText('Bản tin thứ 9');
  expect(await htmlProblems((await answer?.text()) ?? '')).toEqual([]);
  const signedOut = await request.get(`${site.url}${path}`, { maxRedirects: 0 });
  expect(await signedOut.text()).not.toContain('Bản tin thứ');
  const reporter = await (await browser.newContext()).newPage();
  await signIn(reporter, await makeStaff('reporter', ['tin-tuc'], site.databaseUrl), '/admin', site.url);
  const refused = await reporter.goto(`${site.url}${path}`);
  expect(await refused?.text()).not.toContain('Bản tin thứ');
  await reporter.goto(`${site.url}/admin/trang-nhat`);
  await expect(reporter.getByRole('heading', { level: 1 })).toHaveText('Không có gì ở đây');
  await reporter.context().close();
});

test('a section’s front is arranged by itself', async ({ request }) => {
  await openDesk(page);
  await page.getByLabel('Trang', { exact: true }).selectOption({ label: 'Tin tức' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trang chuyên mục Tin tức');
  await expect(slot(page, 2)).toContainText('Bản tin thứ 2');
  await handle(page, 5).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Đang ở vị trí 5, ')).toBeAttached();
  for (const number of [4, 3, 2]) {
    await page.keyboard.press('ArrowUp');
    await expect(page.getByText(`Đang ở vị trí ${number}, `)).toBeAttached();
  }
  await page.keyboard.press('Space');
  await saveFront(page);
  const html = await read(request, '/tin-tuc');
  const ids = [...html.matchAll(/data-article="(\d+)"/g)].map(([, id]) => Number(id));
  expect(ids.slice(0, 6)).toEqual([1, 5, 2, 3, 4, 6]);
  expect(new Set(ids).size).toBe(ids.length);
  expect((await ranks(request)).seconds).toEqual([]);
});

test('two people at once: the second is told, loses nothing and decides', async ({ browser, request }) => {
  const other = await signedIn(browser, 'editor_in_chief');
  await openDesk(page);
  await slot(other, 8)
    .getByRole('button', { name: /^Ghim ở đây/ })
    .click();
  await saveFront(other);
  await slot(page, 9)
    .getByRole('button', { name: /^Ghim ở đây/ })
    .click();
  await page.getByRole('button', { name: 'Lưu sắp xếp' }).click();
  await expect(page.getByText('vừa sắp xếp lại trang này')).toBeVisible();
  await expect(page.getByText('Vị trí 8: Bản tin thứ 2')).toBeVisible();
  await expect(slot(page, 9)).toContainText('Đã ghim');
  await page.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  await saveFront(page);
  await openDesk(other);
  await expect(slot(other, 9)).toContainText('Đã ghim');
  await expect(slot(other, 8)).toContainText('Tự chạy');
  expect((await ranks(request)).column.slice(0, 2)).toEqual([2, 3]);
  await other.context().close();
});

test('the line "Tin nóng" is on every page when it is announced, and gone when it is ended', async ({
  browser,
  request,
}) => {
  const paths = ['/', '/tin-tuc', '/x-4.html', '/tag/ban-tin', '/tim-kiem?q=tin', '/khong-co-trang-nay'];
  for (const path of paths) expect(await read(request, path)).not.toContain('Tin nóng');
  await openDesk(page);
  await page.getByRole('button', { name: 'Phát tin nóng' }).click();
  await page.getByRole('button', { name: 'Phát ngay' }).click();
  await expect(page.getByText('Hãy viết một câu.').last()).toBeVisible();
  await page.getByLabel('Câu tin nóng').fill('Đèo Mây thông xe sớm hai giờ');
  await page.getByLabel('Dẫn tới bài').fill('ban tin thu 7');
  await page
    .getByRole('option', { name: /Bản tin thứ 7/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Phát ngay' }).click();
  await expect(page.getByText('Tin nóng đã lên mọi trang.')).toBeVisible();
  for (const path of paths) {
    expect(await read(request, path), path).toMatch(
      /Tin nóng.*href="\/ban-tin-thu-7-7\.html">Đèo Mây thông xe sớm hai giờ</,
    );
  }
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const reader = await context.newPage();
      const answer = await reader.goto(`${site.url}/`);
      expect(await htmlProblems((await answer?.text()) ?? '')).toEqual([]);
      expect(await accessProblems(reader)).toEqual([]);
      expect(
        await reader.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await context.close();
    }
  }
  await page.getByRole('button', { name: 'Kết thúc tin nóng' }).click();
  await page.getByRole('button', { name: 'Kết thúc', exact: true }).click();
  await expect(page.getByText('Đã kết thúc tin nóng.')).toBeVisible();
  for (const path of paths) expect(await read(request, path), path).not.toContain('Tin nóng');
});

/** The next full minute that leaves time to do something before it. */
function nextMinute(): Date {
  const minute = 60_000;
  return new Date(Math.ceil((Date.now() + 30_000) / minute) * minute);
}

test('what has an end is gone from readers’ pages within five seconds of it', async ({ request }) => {
  test.setTimeout(180_000);
  await openDesk(page);
  const end = nextMinute();
  await page.getByRole('button', { name: 'Phát tin nóng' }).click();
  await page.getByLabel('Câu tin nóng').fill('Tin có giờ hết');
  await page.getByLabel(/^Hết lúc/).fill(minuteInVietNam(end));
  await page.getByRole('button', { name: 'Phát ngay' }).click();
  await expect(page.getByText('Tin nóng đã lên mọi trang.')).toBeVisible();
  await page.getByLabel('Ghim vào').selectOption('2');
  await page.getByLabel('Tìm bài để ghim').fill('4');
  await page.getByRole('button', { name: 'Ghim vào vị trí 2 – Bản tin thứ 4' }).click();
  await slot(page, 2)
    .getByLabel(/^Hết hạn ghim/)
    .fill(minuteInVietNam(end));
  await saveFront(page);
  expect(Date.now(), 'the test was too slow').toBeLessThan(end.getTime());
  expect((await ranks(request)).seconds).toEqual([4]);
  expect(await read(request, '/tin-tuc')).toContain('Tin có giờ hết');
  await page.waitForTimeout(end.getTime() + 5000 - Date.now());
  expect((await ranks(request)).seconds).toEqual([]);
  expect(await read(request, '/tin-tuc')).not.toContain('Tin có giờ hết');
});

test('an end that is past is told beside its field, and what was arranged stays', async () => {
  await openDesk(page);
  await slot(page, 8)
    .getByRole('button', { name: /^Ghim ở đây/ })
    .click();
  await slot(page, 8)
    .getByLabel(/^Hết hạn ghim/)
    .fill('2026-01-01T08:00');
  await page.getByRole('button', { name: 'Lưu sắp xếp' }).click();
  await expect(slot(page, 8).getByText('Giờ hết hạn đã qua')).toBeVisible();
  await expect(slot(page, 8).getByLabel(/^Hết hạn ghim/)).toHaveValue('2026-01-01T08:00');
  await expect(slot(page, 8)).toContainText('Đã ghim');
});
