import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { beginArticle, drop, textOf } from '#tests/support/editor.ts';
import { accessProblems } from '#tests/support/page-checks.ts';
import { makePicture } from '#tests/support/sample-files.ts';
import { makeStaff, signIn } from '#tests/support/staff.ts';
import { body, expectSaved, headline, sapo } from '#tests/support/writing.ts';

const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Định dạng bài' }).getByRole('button', { name, exact: true });
const photo = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

async function file(name: string, color: string) {
  const buffer = await makePicture({ width: 640, height: 400, colors: [color, '#2c5f8a'] });
  return { name, mimeType: 'image/jpeg', buffer };
}

async function writeAll(page: Page): Promise<void> {
  const keys = page.keyboard;
  await headline(page).fill('Ổ Ặ ễ: Lũ về sớm');
  await sapo(page).fill('Nước lên nhanh trong đêm.');
  await body(page).click();
  await keys.type('Đoạn ');
  await tool(page, 'Đậm').click();
  await keys.type('đậm');
  await tool(page, 'Đậm').click();
  await keys.type(' và ');
  await keys.press('ControlOrMeta+i');
  await keys.type('nghiêng');
  await keys.press('ControlOrMeta+i');
  await keys.press('Enter');
  await tool(page, 'Tít phụ').click();
  await keys.type('Di dân');
  await keys.press('Enter');
  await keys.type('### Trong đêm');
  await keys.press('Enter');
  await keys.type('- Anh đi đâu? – ông hỏi.');
  await keys.press('Enter');
  await tool(page, 'Danh sách chấm đầu dòng').click();
  await keys.type('một');
  await keys.press('Enter');
  await keys.type('hai');
  await keys.press('Enter');
  await keys.press('Enter');
  await keys.type('1. bước');
  await keys.press('Enter');
  await keys.press('Enter');
  await tool(page, 'Trích lời').click();
  await keys.type('Chúng tôi thức trắng.');
  await keys.press('ArrowDown');
  await keys.type('Bà Nhàn, 63 tuổi');
  await keys.press('Enter');
  await tool(page, 'Câu nổi bật').click();
  await keys.type('Nước lên từng giờ');
  await keys.press('Enter');
  await tool(page, 'Chèn bảng').click();
  await keys.type('Trạm');
  await keys.press('Tab');
  await keys.type('Mực nước');
  await keys.press('Tab');
  await keys.type('thừa');
  await tool(page, 'Xóa cột').click();
  const cells = body(page).getByRole('cell');
  await cells.nth(2).click();
  await keys.type('Bến Mành');
  await keys.press('Tab');
  await keys.type('3,2 m');
  await tool(page, 'Thêm hàng phía dưới').click();
  await cells.nth(6).click();
  await keys.type('thừa');
  await tool(page, 'Xóa hàng').click();
  await cells.nth(4).click();
  await keys.type('Chợ Mành');
}

test('an article is written with every kind of block, saved by itself, and is the same when opened again', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await beginArticle(page);
  await writeAll(page);
  await expectSaved(page);
  const written = await textOf(page);
  expect(written).toContain(
    '<p>Đoạn <strong>đậm</strong> và <em>nghiêng</em></p><h2>Di dân</h2><h3>Trong đêm</h3>',
  );
  expect(written).toContain('<p>- Anh đi đâu? – ông hỏi.</p><ul><li><p>một</p></li><li><p>hai</p></li></ul>');
  expect(written).toContain('<ol><li><p>bước</p></li></ol>');
  expect(written).toContain(
    '<blockquote><p>Chúng tôi thức trắng.</p><footer>Bà Nhàn, 63 tuổi</footer></blockquote>',
  );
  expect(written).toContain(
    '<p>Nước lên từng giờ</p><table><tbody><tr><td><p>Trạm</p></td><td><p>Mực nước</p></td></tr>',
  );
  expect(written).toContain('<td><p>Bến Mành</p></td><td><p>3,2 m</p></td></tr><tr><td><p>Chợ Mành</p></td>');
  await page.reload();
  await expect(body(page)).toContainText('Chúng tôi thức trắng.');
  expect(await textOf(page)).toBe(written);
});

test('photos, a gallery, a box and embeds are put in, and readers see all of it', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await beginArticle(page);
  await headline(page).fill('Chợ nổi họp lại sau ba tháng');
  await sapo(page).fill('Ghe thuyền về bến từ sáng sớm.');
  await page.getByLabel('Chuyên mục').selectOption({ index: 1 });
  await body(page).click();
  await page.keyboard.type('Đoạn mở đầu.');
  await page.keyboard.press('Enter');

  await tool(page, 'Chèn ảnh').click();
  const picker = page.getByRole('dialog', { name: 'Chọn ảnh' });
  await picker
    .locator('input[type=file]')
    .first()
    .setInputFiles(await file('ben-song.jpg', '#31572c'));
  await picker.getByRole('button', { name: 'Lấy ảnh' }).click();
  const first = photo(page, 'Ảnh').first();
  await first.getByLabel('Chú thích').fill('Bến sông sáng nay');
  await first.getByLabel('Nguồn ảnh').fill('Lê Hà');
  await first.getByLabel('Mô tả ảnh').fill('Ghe đậu kín bến');

  await page.keyboard.press('Escape');
  await tool(page, 'Chèn bộ ảnh').click();
  const pickers = page.getByRole('dialog', { name: 'Chọn các ảnh' });
  await pickers
    .locator('input[type=file]')
    .first()
    .setInputFiles([await file('mot.jpg', '#6a994e'), await file('hai.jpg', '#bc4749')]);
  await pickers.getByRole('button', { name: 'Lấy 2 ảnh' }).click();
  const gallery = photo(page, 'Bộ ảnh');
  await expect(gallery.getByLabel('Chú thích')).toHaveCount(2);
  for (const place of [0, 1]) {
    await gallery
      .getByLabel('Chú thích')
      .nth(place)
      .fill(`Ảnh số ${place + 1}`);
    await gallery.getByLabel('Nguồn ảnh').nth(place).fill('Đỗ Nam');
    await gallery.getByLabel('Mô tả ảnh').nth(place).fill('Trên sông');
  }
  await gallery.getByRole('button', { name: 'Đưa ảnh 2 lên trước' }).click();
  await expect(gallery.getByLabel('Chú thích').first()).toHaveValue('Ảnh số 2');

  await body(page).locator('> p').last().click();
  await tool(page, 'Chèn hộp bài liên quan').click();
  await page.getByRole('combobox', { name: 'Bài trong hộp' }).pressSequentially('mo');
  const offered = page.getByRole('listbox').getByRole('option').first();
  const boxed = (await offered.locator('span').first().textContent()) ?? '';
  await offered.click();
  await expect(photo(page, 'Hộp bài liên quan')).toContainText(boxed);

  await body(page).locator('> p').last().click();
  await tool(page, 'Nhúng video hoặc trang khác').click();
  await page.getByLabel('Địa chỉ').fill('khong phai dia chi');
  await page.getByRole('button', { name: 'Nhúng', exact: true }).click();
  await expect(page.getByText('Địa chỉ chưa đúng.')).toBeVisible();
  await page.getByLabel('Địa chỉ').fill('https://youtu.be/abcdefghijk');
  await page.getByLabel('Tên video hoặc tên trang').fill('Lễ mở chợ');
  await page.getByRole('button', { name: 'Nhúng', exact: true }).click();
  await expect(photo(page, 'Video YouTube').getByLabel('Tên video')).toHaveValue('Lễ mở chợ');

  await drop(body(page), [
    {
      name: 'tha-vao.jpg',
      type: 'image/jpeg',
      base64: (await makePicture({ width: 500 })).toString('base64'),
    },
  ]);
  await expect(photo(page, 'Ảnh')).toHaveCount(2, { timeout: 20_000 });
  const dropped = photo(page, 'Ảnh').first();
  await dropped.getByLabel('Nguồn ảnh').fill('Tư liệu');
  await dropped.getByLabel('Mô tả ảnh').fill('Mặt nước');
  await expectSaved(page);

  // Nobody approves what they wrote themselves: somebody else looks at it and publishes it.
  const chief = await browser.newPage(baseURL ? { baseURL } : {});
  await signIn(chief, await makeStaff('editor_in_chief'), new URL(page.url()).pathname);
  await chief.getByRole('button', { name: 'Xuất bản' }).click();
  const link = chief.getByRole('link', { name: 'Mở bài trên trang báo' });
  await expect(link).toBeVisible({ timeout: 20_000 });
  const reader = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  const read = await reader.newPage();
  await read.goto((await link.getAttribute('href')) ?? '');
  const article = read.getByRole('article').first();
  await expect(article.locator('.gallery figure')).toHaveCount(2);
  await expect(article.locator('.gallery figcaption').first()).toHaveText('Ảnh số 2 Ảnh: Đỗ Nam');
  await expect(article.locator('.figure').filter({ hasText: 'Bến sông sáng nay' })).toBeVisible();
  await expect(article.locator('.boxed').getByRole('link', { name: boxed })).toBeVisible();
  await expect(article.getByRole('link', { name: 'Lễ mở chợ' })).toBeVisible();
  for (const width of [360, 1280]) {
    await read.setViewportSize({ width, height: 800 });
    const over = await read.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `beyond ${width} px`).toBeLessThanOrEqual(0);
  }
  await reader.close();
  await chief.close();
});

test('tags are made while typing, found without marks; story, bylines and picks are chosen by typing', async ({
  page,
}) => {
  await beginArticle(page);
  const tags = page.getByLabel('Thẻ');
  await tags.fill('thẻ chưa từng có');
  await tags.press('Enter');
  await tags.pressSequentially('song tram');
  await page.getByRole('option', { name: /^sông Trầm/ }).click();
  await expect(page.locator('.chip')).toContainText(['thẻ chưa từng có', 'sông Trầm']);
  const picks = page.getByLabel('Bài liên quan');
  for (const words of ['song', 'cho']) {
    await picks.pressSequentially(words);
    await page.getByRole('listbox').getByRole('option').first().click();
  }
  const chosen = page.getByRole('list', { name: 'Các bài đã chọn' }).getByRole('listitem');
  await expect(chosen).toHaveCount(2);
  const [first, second] = await chosen.locator('.movable-name').allTextContents();
  await chosen.nth(1).getByRole('button', { name: 'Đưa lên' }).press('Enter');
  await expect(chosen.locator('.movable-name')).toHaveText([second ?? '', first ?? '']);
  await expectSaved(page);
  await page.reload();
  await expect(chosen.locator('.movable-name')).toHaveText([second ?? '', first ?? '']);
  await expect(page.locator('.chip')).toContainText(['thẻ chưa từng có', 'sông Trầm']);
});

for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the page with every block open is accessible at ${width} px, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 1280, height: 800 });
      await beginArticle(page);
      await writeAll(page);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await drop(body(page), [
        { name: 'a.jpg', type: 'image/jpeg', base64: (await makePicture({ width: 400 })).toString('base64') },
      ]);
      await expect(photo(page, 'Ảnh')).toBeVisible({ timeout: 20_000 });
      await body(page).locator('> p').last().click();
      await tool(page, 'Chèn hộp bài liên quan').click();
      await page.setViewportSize({ width, height: 800 });
      expect(await accessProblems(page)).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
    });
  }
}
