import { type Browser, expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { accessProblems } from '#tests/support/page-checks.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';
import { makeStaff, signIn, type TestStaff } from '#tests/support/staff.ts';
import {
  body,
  expectSaved,
  expectUnsaved,
  headline,
  makeDraft,
  sapo,
  saved,
  typeInBody,
} from '#tests/support/writing.ts';

let site: SmallSite;
let lan: TestStaff;
let minh: TestStaff;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await startSmallSite(manyArticles(2));
  lan = await makeStaff('editor_in_chief', [], site.databaseUrl);
  minh = await makeStaff('editor_in_chief', [], site.databaseUrl);
});
test.afterAll(async () => {
  await site.stop();
});
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const draft = (options?: Parameters<typeof makeDraft>[2]) => makeDraft(site.databaseUrl, lan.id, options);
const onServer = (id: number) => saved(site.databaseUrl, id);

/** A person's own browser, at the article. */
async function at(browser: Browser, staff: TestStaff, id: number): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, staff, `/admin/bai-viet/${id}`, site.url);
  await expect(headline(page)).toBeVisible();
  return page;
}

/** As a person does: a page that the test runner closes says no goodbye, as one that crashed. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.close();
}

const takeOver = (page: Page) => page.getByRole('button', { name: 'Nhận viết tiếp' });
const mayType = (page: Page) => expect(headline(page)).toBeEditable();
const mayOnlyRead = (page: Page) => expect(headline(page)).not.toBeEditable();

test('both see who else is there; the second may take over, and the first is told at once', async ({
  browser,
}) => {
  const id = await draft();
  const hers = await at(browser, lan, id);
  await mayType(hers);
  const his = await at(browser, minh, id);
  await expect(his.getByText(`${lan.name} đang viết bài này`)).toBeVisible();
  await mayOnlyRead(his);
  await expect(hers.getByText(`Đang mở bài: ${minh.name}`)).toBeVisible();
  await mayType(hers);

  await typeInBody(hers, ' Lan viết dở.');
  await takeOver(his).click();
  await expect(hers.getByText(`${minh.name} vừa nhận viết bài này`)).toBeVisible();
  await mayOnlyRead(hers);
  await mayType(his);
  // What she had typed and not saved yet has come with it.
  await expect(his.getByText('Đoạn đầu. Lan viết dở.')).toBeVisible();
  await typeInBody(his, ' Minh viết tiếp.');
  await expectSaved(his);
  expect((await onServer(id)).paragraphs).toEqual(['Đoạn đầu. Lan viết dở. Minh viết tiếp.']);
  // She reads along.
  await expect(hers.getByText('Đoạn đầu. Lan viết dở. Minh viết tiếp.')).toBeVisible();

  await leave(his);
  await expect(hers.getByText('Không ai đang viết bài này')).toBeVisible();
  await takeOver(hers).click();
  await mayType(hers);
  await hers.context().close();
});

test('both wrote in the same paragraph: a three-way view shows both and loses neither', async ({
  browser,
}) => {
  const id = await draft({ title: 'Tựa chung', paragraphs: ['Mưa lớn ở Hà Nội.', 'Đoạn hai.'] });
  const hers = await at(browser, lan, id);
  await expectSaved(hers);
  await hers.context().setOffline(true);
  await headline(hers).fill('Tựa của Lan');
  await body(hers).click();
  await hers.keyboard.press('ControlOrMeta+Home');
  await hers.keyboard.press('End');
  await hers.keyboard.type(' Lan gõ khi mất mạng.');

  const his = await at(browser, minh, id);
  await takeOver(his).click();
  await headline(his).fill('Tựa của Minh');
  await sapo(his).fill('Sapo của Minh.');
  await body(his).click();
  await his.keyboard.press('ControlOrMeta+Home');
  await his.keyboard.press('End');
  await his.keyboard.type(' Minh cũng gõ.');
  await expectSaved(his);

  await hers.context().setOffline(false);
  const view = hers.getByRole('dialog');
  await expect(view).toBeVisible({ timeout: 20_000 });
  await expectUnsaved(hers);
  for (const text of ['Tựa chung', 'Tựa của Lan', 'Tựa của Minh', 'Lan gõ khi mất mạng.', 'Minh cũng gõ.']) {
    await expect(view.getByText(text).first()).toBeVisible();
  }
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await hers.setViewportSize({ width, height: 900 });
      await hers.emulateMedia({ colorScheme });
      expect(await accessProblems(hers)).toEqual([]);
    }
  }

  // By keyboard alone: the other's headline, and both paragraphs.
  const title = view.getByRole('group', { name: 'Tiêu đề' });
  await title.getByRole('radio', { name: 'Lấy của bạn' }).focus();
  await hers.keyboard.press('ArrowRight');
  await expect(title.getByRole('radio', { name: `Lấy của ${minh.name}` })).toBeChecked();
  await view.getByRole('radio', { name: 'Giữ cả hai' }).focus();
  await hers.keyboard.press('Space');
  await view.getByRole('button', { name: 'Ghép và lưu' }).focus();
  await hers.keyboard.press('Enter');
  await expect(view).toBeHidden();
  await expectSaved(hers);
  expect(await onServer(id)).toEqual({
    title: 'Tựa của Minh',
    sapo: 'Sapo của Minh.',
    paragraphs: ['Mưa lớn ở Hà Nội. Lan gõ khi mất mạng.', 'Mưa lớn ở Hà Nội. Minh cũng gõ.', 'Đoạn hai.'],
  });
  await his.context().close();
  await hers.context().close();
});

test('each wrote in another paragraph: both are joined without a question', async ({ browser }) => {
  const id = await draft({ paragraphs: ['Đoạn một.', 'Đoạn hai.'] });
  const hers = await at(browser, lan, id);
  await expectSaved(hers);
  await hers.context().setOffline(true);
  await typeInBody(hers, ' Của Lan.');
  const his = await at(browser, minh, id);
  await takeOver(his).click();
  await headline(his).fill('Tựa của Minh');
  await expectSaved(his);
  await body(his).click();
  await his.keyboard.press('ControlOrMeta+Home');
  await his.keyboard.press('End');
  await hers.context().setOffline(false);
  await expectSaved(hers);
  await expect(hers.getByRole('dialog')).toBeHidden();
  await expect(hers.getByText(`Đã ghép với phần ${minh.name} lưu lúc`)).toBeVisible();
  await expect(headline(hers)).toHaveValue('Tựa của Minh');
  expect(await onServer(id)).toMatchObject({
    title: 'Tựa của Minh',
    paragraphs: ['Đoạn một.', 'Đoạn hai. Của Lan.'],
  });
  // He who holds it gets her words into his form, and goes on where he was without touching anything.
  await expect(his.getByText('Đoạn hai. Của Lan.')).toBeVisible();
  await his.keyboard.type(' Của Minh.');
  await expectSaved(his);
  expect((await onServer(id)).paragraphs).toEqual(['Đoạn một. Của Minh.', 'Đoạn hai. Của Lan.']);
  await his.context().close();
  await hers.context().close();
});

test('a syllable that an input method is putting together is not cut off by another’s words', async ({
  browser,
}) => {
  const id = await draft({ paragraphs: ['Đoạn một.', 'Đoạn hai.'] });
  const hers = await at(browser, lan, id);
  await expectSaved(hers);
  await hers.context().setOffline(true);
  await typeInBody(hers, ' Của Lan.');
  const his = await at(browser, minh, id);
  await takeOver(his).click();
  await headline(his).fill('Tựa của Minh');
  await expectSaved(his);
  await his.getByText('Đoạn một.').click();
  await his.keyboard.press('End');
  const keys = await his.context().newCDPSession(his);
  const compose = (text: string) =>
    keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await compose(' Tiêng');
  const read = his.waitForResponse(
    async (answer) =>
      answer.url().endsWith(`/admin/api/bai-viet/${id}`) && (await answer.text()).includes('Của Lan'),
  );
  await hers.context().setOffline(false);
  await read;
  await compose(' Tiếng');
  await keys.send('Input.insertText', { text: ' Tiếng' });
  await expect(his.getByText('Đoạn hai. Của Lan.')).toBeVisible();
  await his.keyboard.type(' Việt');
  await expectSaved(his);
  await expectSaved(hers);
  expect((await onServer(id)).paragraphs).toEqual(['Đoạn một. Tiếng Việt', 'Đoạn hai. Của Lan.']);
  await his.context().close();
  await hers.context().close();
});

test('a person with two windows writes in the newer one, and is never told that somebody else is there', async ({
  browser,
}) => {
  const id = await draft();
  const older = await at(browser, lan, id);
  await typeInBody(older, ' Cửa sổ cũ.');
  const newer = await older.context().newPage();
  await newer.goto(`${site.url}/admin/bai-viet/${id}`);
  await mayType(newer);
  await expect(older.getByText('Bạn đang viết bài này ở một cửa sổ khác')).toBeVisible();
  await mayOnlyRead(older);
  await expect(newer.getByText('Đoạn đầu. Cửa sổ cũ.')).toBeVisible();
  await typeInBody(newer, ' Cửa sổ mới.');
  await expectSaved(newer);
  for (let i = 0; i < 3; i++) {
    await newer.reload();
    await mayType(newer);
    await expect(newer.getByText('Đang mở bài')).toBeHidden();
    await expect(newer.getByText('đang viết bài này;')).toBeHidden();
  }
  await leave(newer);
  await takeOver(older).click();
  await mayType(older);
  await expect(older.getByText('Đoạn đầu. Cửa sổ cũ. Cửa sổ mới.')).toBeVisible();
  expect((await onServer(id)).paragraphs).toEqual(['Đoạn đầu. Cửa sổ cũ. Cửa sổ mới.']);
  await older.context().close();
});

test('a server with pages open that listen to it goes down when asked to', async ({ browser }) => {
  const id = await draft();
  const pages = await Promise.all([at(browser, lan, id), at(browser, minh, id)]);
  expect(await site.kill('SIGINT')).toBe(0);
  await site.startAgain();
  await expect(pages[0].getByText(`Đang mở bài: ${minh.name}`)).toBeVisible();
  for (const page of pages) await page.context().close();
});
