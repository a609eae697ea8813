import { type Browser, expect as expects, type Locator, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { makePicture } from '#tests/support/sample-files.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';
import { makeStaff, signIn, type TestStaff } from '#tests/support/staff.ts';
import { body, expectSaved, headline, sapo } from '#tests/support/writing.ts';

// The life of one article, told through the screens of everybody who has a hand in it: its reporter, an editor, the
// managing editor, and a reader whose browser runs no script.

/** Nothing here is about how fast it goes: three people's browsers and a site of their own share the machine. */
const expect = expects.configure({ timeout: 30_000 });

const title = 'Cầu Văn Chài thông xe sau ba năm';
const newTitle = 'Cầu Văn Chài thông xe, phà ngừng chạy';
const lead = 'Sáng nay, những chiếc xe đầu tiên qua cầu Văn Chài.';
const tag = 'cầu Văn Chài';

let site: SmallSite;
let reporter: TestStaff;
let editor: TestStaff;
let managingEditor: TestStaff;
test.beforeAll(async () => {
  site = await startSmallSite(manyArticles(3));
  reporter = await makeStaff('reporter', ['tin-tuc'], site.databaseUrl);
  editor = await makeStaff('editor', ['tin-tuc'], site.databaseUrl);
  managingEditor = await makeStaff('managing_editor', ['tin-tuc'], site.databaseUrl);
});
test.afterAll(async () => {
  await site.stop();
});

/** A person at their own computer, signed in. */
async function sitDown(browser: Browser, staff: TestStaff): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, staff, '/admin', site.url);
  await expect(page.getByRole('heading', { level: 1, name: 'Cần xử lý' })).toBeVisible();
  return page;
}

/** Opens the article from the list, as it is now. */
async function openIt(page: Page, name = title): Promise<void> {
  await page.getByRole('link', { name: 'Bài viết', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await expect(headline(page)).toHaveValue(name);
}

const press = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Presses a step that wants to know why, and says it. */
async function pressWithReason(page: Page, name: string, reason: string): Promise<void> {
  await press(page, name);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill(reason);
  await press(dialog, name);
  await expect(dialog).toBeHidden();
}

/** Puts a photo from the reporter's camera at the end of the text, and says what it shows. */
async function addPhoto(page: Page, color: string, caption: string): Promise<void> {
  const buffer = await makePicture({ width: 900, height: 600, colors: [color, '#2c5f8a'] });
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await press(page, 'Chèn ảnh');
  const picker = page.getByRole('dialog');
  await picker
    .locator('input[type=file]')
    .setInputFiles({ name: 'DSC_0001.jpg', mimeType: 'image/jpeg', buffer });
  await picker.getByRole('button', { name: 'Lấy ảnh' }).click();
  await expect(picker).toBeHidden();
  const photo = page.getByRole('group', { name: 'Ảnh', exact: true }).last();
  await photo.getByLabel('Chú thích').fill(caption);
  await photo.getByLabel('Nguồn ảnh').fill('An Nhiên');
  await photo.getByLabel('Mô tả ảnh').fill(`Ảnh chụp ${caption.toLowerCase()}`);
}

async function write(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Bài viết' }).click();
  await page
    .getByRole('link', { name: 'Bài mới' })
    .or(page.getByRole('button', { name: 'Bài mới' }))
    .click();
  await headline(page).fill(title);
  await sapo(page).fill(lead);
  await page.getByRole('combobox', { name: 'Chuyên mục' }).selectOption({ label: 'Tin tức' });
  await page.getByRole('combobox', { name: 'Thẻ' }).fill(tag);
  await page.keyboard.press('Enter');
  await body(page).click();
  await page.keyboard.type('Cầu dài 1,2 km, nối hai bờ sông Chài.');
  await addPhoto(page, '#c0392b', 'Xe đầu tiên qua cầu');
  await addPhoto(page, '#27ae60', 'Chuyến phà cuối cùng');
  await expectSaved(page);
}

interface Reader {
  page: Page;
  /** The article's address, as the site gives it now. */
  address: string;
}

/** The places where a reader may come upon an article with this headline. */
async function findings(page: Page, name: string): Promise<Record<string, boolean>> {
  const found: Record<string, boolean> = {};
  for (const path of ['/', '/tin-tuc', '/tag/cau-van-chai']) {
    await page.goto(`${site.url}${path}`);
    found[path] = (await page.getByRole('link', { name }).count()) > 0;
  }
  return found;
}
const everywhere = { '/': true, '/tin-tuc': true, '/tag/cau-van-chai': true };
const nowhere = { '/': false, '/tin-tuc': false, '/tag/cau-van-chai': false };

async function readIt({ page, address }: Reader, name: string, paragraph: string): Promise<void> {
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByText(paragraph)).toBeVisible();
  await expect(page.getByRole('figure')).toHaveCount(2);
  for (const photo of await page.getByRole('figure').getByRole('img').all()) {
    await photo.scrollIntoViewIfNeeded();
    await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  }
}

async function sitsDownToRead(browser: Browser): Promise<Page> {
  return await (await browser.newContext({ javaScriptEnabled: false })).newPage();
}

test('from the first draft to the withdrawal', async ({ browser }) => {
  test.setTimeout(300_000);
  const atReporters = await sitDown(browser, reporter);
  const atEditors = await sitDown(browser, editor);
  const atManagers = await sitDown(browser, managingEditor);
  const reader = await sitsDownToRead(browser);

  await test.step('the reporter writes, with two photos, and submits', async () => {
    await write(atReporters);
    await press(atReporters, 'Gửi duyệt');
    await expect(atReporters.getByText('Chờ biên tập').first()).toBeVisible();
    await expect(headline(atReporters)).not.toBeEditable();
  });

  await test.step('the editor sends it back, with a reason', async () => {
    await openIt(atEditors);
    await pressWithReason(atEditors, 'Trả lại', 'Ai nói với phóng viên điều ấy?');
  });

  await test.step('the reporter reads why, mends it and submits it again', async () => {
    await openIt(atReporters);
    await expect(atReporters.getByText('Ai nói với phóng viên điều ấy?')).toBeVisible();
    await sapo(atReporters).fill(`${lead} Bác lái phà kể lại.`);
    await expectSaved(atReporters);
    await press(atReporters, 'Gửi duyệt');
    await expect(headline(atReporters)).not.toBeEditable();
  });

  await test.step('the editor edits it and sends it on', async () => {
    await openIt(atEditors);
    await body(atEditors).getByText('Cầu dài 1,2 km').click();
    await atEditors.keyboard.press('End');
    await atEditors.keyboard.type(' Xe tải chưa được qua.');
    await expectSaved(atEditors);
    await press(atEditors, 'Gửi duyệt');
    await expect(atEditors.getByText('Chờ duyệt').first()).toBeVisible();
  });

  await test.step('readers have nothing of it yet', async () => {
    expect(await findings(reader, title)).toEqual(nowhere);
  });

  await test.step('the managing editor approves it and publishes it', async () => {
    await openIt(atManagers);
    await press(atManagers, 'Duyệt');
    await press(atManagers, 'Xuất bản');
    await expect(atManagers.getByText('Đã xuất bản').first()).toBeVisible();
  });

  const old = await test.step('a reader without script finds it everywhere and reads it', async () => {
    expect(await findings(reader, title)).toEqual(everywhere);
    await reader.goto(site.url);
    await reader.getByRole('link', { name: title }).first().click();
    const address = reader.url();
    expect(address).toMatch(/\/cau-van-chai-thong-xe-sau-ba-nam-\d+\.html$/);
    await readIt({ page: reader, address }, title, 'Xe tải chưa được qua.');
    await expect(reader.getByText('Bác lái phà kể lại.')).toBeVisible();
    await expect(reader.getByText('Chuyến phà cuối cùng')).toBeVisible();
    return address;
  });

  await test.step('it gets another headline: the old address leads to the new one', async () => {
    await headline(atManagers).fill(newTitle);
    await expectSaved(atManagers);
    expect(await findings(reader, newTitle)).toEqual(nowhere);
    await press(atManagers, 'Cập nhật');
    await expect(atManagers.getByText('Mở bài trên trang báo')).toBeVisible();
    expect(await findings(reader, newTitle)).toEqual(everywhere);
    expect(await findings(reader, title)).toEqual(nowhere);
    const moved = await reader.request.get(old, { maxRedirects: 0 });
    expect([301, 308]).toContain(moved.status());
    await reader.goto(old);
    expect(reader.url()).toMatch(/\/cau-van-chai-thong-xe-pha-ngung-chay-\d+\.html$/);
    await readIt({ page: reader, address: reader.url() }, newTitle, 'Xe tải chưa được qua.');
  });

  await test.step('it is withdrawn, and gone from all of them', async () => {
    const address = reader.url();
    await pressWithReason(atManagers, 'Gỡ bài', 'Cầu chưa thông xe.');
    await expect(atManagers.getByText('Đã gỡ').first()).toBeVisible();
    expect(await findings(reader, newTitle)).toEqual(nowhere);
    for (const gone of [address, old]) {
      const answer = await reader.goto(gone);
      expect(answer?.status()).toBe(410);
      await expect(reader.getByText('Bài viết này đã được gỡ')).toBeVisible();
      await expect(reader.getByText('Xe tải chưa được qua.')).toHaveCount(0);
    }
  });
});
