import { randomBytes } from 'node:crypto';
import { expect as impatient, type Locator, type Page } from '@playwright/test';
import pg from 'pg';
import sharp from 'sharp';
import { test } from '#tests/support/browser.ts';
import { accessProblems } from '#tests/support/page-checks.ts';
import { iptcNumbers, jpegWith } from '#tests/support/picture-metadata.ts';
import { makeStaff, signIn } from '#tests/support/staff.ts';

// Pictures are made while other tests keep the machine busy.
const expect = impatient.configure({ timeout: 30_000 });
test.describe.configure({ timeout: 120_000 });

interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A picture like no other. */
async function photo(name: string, width = 600, height = 400): Promise<GivenFile> {
  const [r = 0, g = 0, b = 0] = randomBytes(3);
  const create = { width, height, channels: 3 as const, background: { r, g, b } };
  return { name, mimeType: 'image/png', buffer: await sharp({ create }).png().toBuffer() };
}

/** One of 5 MB, which is five pieces on its way. */
async function largePhoto(name: string): Promise<GivenFile> {
  const { buffer } = await photo(name, 1320, 1320);
  return { name, mimeType: 'image/png', buffer: await sharp(buffer).png({ compressionLevel: 0 }).toBuffer() };
}

async function ask(sql: string, values: unknown[] = []): Promise<{ id: number }[]> {
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await client.connect();
  try {
    return (await client.query<{ id: number }>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const published: number[] = [];
// The site is other tests' as well: what was put among its articles is taken away again.
test.afterAll(async () => {
  await ask('DELETE FROM article WHERE id = ANY ($1)', [published]);
});

/** A published article that has this picture as its cover and in its body; gives its address. */
async function publish(pictureId: number, key: string): Promise<string> {
  const body = JSON.stringify([{ type: 'photo', picture: key, alt: 'a', caption: 'b', credit: 'c' }]);
  const [written] = await ask(
    `WITH written AS (
      INSERT INTO article (title, slug, sapo, body, status, category_id, cover_id, cover_alt, cover_caption, cover_credit,
        first_published_at, last_published_at, updated_at)
      SELECT 'Bài có ảnh riêng', 'bai-co-anh-rieng', 'Sapo.', $1, 'published', min(id), $2, 'a', 'b', 'c',
        '2020-01-01', '2020-01-01', now() FROM category
      RETURNING id),
    shown AS (INSERT INTO article_picture (article_id, picture_id) SELECT id, $2 FROM written)
    SELECT id FROM written`,
    [body, pictureId],
  );
  if (!written) throw new Error('the article was not written');
  published.push(written.id);
  return `/bai-co-anh-rieng-${written.id}.html`;
}

const keyIn = (source: string | null): string => /[0-9a-f]{24}/.exec(source ?? '')?.[0] ?? '';
/** The picture whole, on its own page. */
const preview = (page: Page): Locator => page.getByRole('slider').locator('..').locator('img');

/** Sends a picture, publishes an article with it, and opens the picture's own page. */
async function openUsedPicture(page: Page): Promise<{ key: string; address: string }> {
  const name = `dung-${randomBytes(4).toString('hex')}.png`;
  await openStock(page);
  await give(page, 'drop', [await photo(name, 1400, 900)]);
  await row(page, name).getByRole('link', { name: 'Sửa chú thích' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  const key = keyIn(await preview(page).getAttribute('src'));
  const address = await publish(Number(page.url().split('/').at(-1)), key);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Bài có ảnh riêng' })).toBeVisible();
  return { key, address };
}

/** What a browser does when files are let go over the page, or pasted. */
async function give(page: Page, kind: 'drop' | 'paste', files: GivenFile[]): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    base64: buffer.toString('base64'),
  }));
  await page.evaluate(
    ({ given, kind }) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: mimeType, lastModified: 1 }));
      }
      const options = { bubbles: true, cancelable: true };
      if (kind === 'paste') {
        document.body.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: transfer }));
        return;
      }
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { ...options, dataTransfer: transfer }));
      }
    },
    { given, kind },
  );
}

const uploads = (page: Page): Locator => page.getByRole('region', { name: 'Tải ảnh lên' });
const row = (page: Page, name: string): Locator =>
  uploads(page).getByRole('listitem').filter({ hasText: name });
const stock = (page: Page): Locator => page.getByRole('list', { name: 'Kho ảnh' });

async function openStock(page: Page, role: 'reporter' | 'editor' = 'editor'): Promise<void> {
  await signIn(page, await makeStaff(role, ['thoi-su']), '/admin/anh');
  await expect(page.getByRole('heading', { name: 'Ảnh', level: 1 })).toBeVisible();
  // Until the page listens, a file that is dropped on it is the browser's.
  await page.waitForFunction(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([], 'thu.png'));
    const held = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer });
    document.body.dispatchEvent(held);
    document.body.dispatchEvent(new DragEvent('dragleave', { bubbles: true }));
    return held.defaultPrevented;
  });
}

/**
 * A line that lets two pieces of a file through and then no more, however slow the machine, until it is opened.
 * `offsets` are those of the pieces that the page began to send.
 */
async function holdLine(page: Page): Promise<{ offsets: number[]; open: () => void }> {
  const offsets: number[] = [];
  const opened = Promise.withResolvers<void>();
  await page.route('**/admin/api/tep/*', async (route) => {
    if (route.request().method() === 'PATCH') {
      offsets.push(Number(route.request().headers()['upload-offset']));
      if (offsets.length > 2) await opened.promise;
    }
    // A page that was left takes its pieces with it.
    await route.continue().catch(() => undefined);
  });
  return { offsets, open: () => opened.resolve() };
}

test('several files dropped at once: each shows how far it is, the bad one why it is none', async ({
  page,
}) => {
  await openStock(page, 'reporter');
  const iptc = [
    [iptcNumbers.caption, Buffer.from('Hội đua ghe trên sông Trầm')],
    [iptcNumbers.byline, Buffer.from('Khánh Vy')],
  ] as const;
  const files = [
    await photo('mot.jpg'),
    {
      name: 'gia.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    },
    { name: 'ghe.jpg', mimeType: 'image/jpeg', buffer: await jpegWith({ iptc }) },
  ];
  await give(page, 'drop', files);
  await expect(row(page, 'mot.jpg')).toContainText('Đã xong');
  await expect(row(page, 'ghe.jpg')).toContainText('Đã xong');
  await expect(row(page, 'gia.jpg').getByRole('alert')).toContainText('SVG');
  await expect(row(page, 'gia.jpg').getByRole('button', { name: 'Thử lại' })).toHaveCount(0);
  // What is ready stands in the list below, with the words of its file, and is found by them.
  // Other tests' pictures may have come in between.
  await expect(
    stock(page)
      .getByRole('link', { name: /mot\.jpg|Hội đua ghe/ })
      .first(),
  ).toBeVisible();
  await row(page, 'ghe.jpg').getByRole('link', { name: 'Sửa chú thích' }).click();
  await expect(page.getByLabel('Chú thích')).toHaveValue('Hội đua ghe trên sông Trầm');
  await expect(page.getByLabel('Nguồn ảnh')).toHaveValue('Khánh Vy');
  await page.goto('/admin/anh');
  await page.getByLabel('Tìm ảnh').fill('hoi dua ghe khanh');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await expect(
    stock(page)
      .getByRole('link', { name: /Hội đua ghe trên sông Trầm/ })
      .first(),
  ).toBeVisible();
});

test('pasted, and chosen from the computer', async ({ page }) => {
  await openStock(page);
  await give(page, 'paste', [await photo('dan.jpg')]);
  await expect(row(page, 'dan.jpg')).toContainText('Đã xong');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn ảnh từ máy' }).click();
  await (await chooser).setFiles([await photo('chon.jpg')]);
  await expect(row(page, 'chon.jpg')).toContainText('Đã xong');
});

test('a connection that is lost half-way: sending goes on by itself where it stopped', async ({
  page,
  context,
}) => {
  await openStock(page);
  const { offsets, open } = await holdLine(page);
  const file = await largePhoto('lon.jpg');
  expect(file.buffer.length).toBeGreaterThan(4 * 1024 * 1024);
  await give(page, 'drop', [file]);
  await expect.poll(() => offsets.length).toBeGreaterThan(2);
  await context.setOffline(true);
  open();
  await expect(row(page, 'lon.jpg')).toContainText('Mất mạng');
  const before = offsets.length;
  await context.setOffline(false);
  await expect(row(page, 'lon.jpg')).toContainText('Đã xong');
  // It began where it stopped: nothing that had arrived was sent again.
  expect(Math.min(...offsets.slice(before))).toBeGreaterThan(0);
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
});

test('after a reload the same file, chosen again, goes on where it stopped', async ({ page }) => {
  await openStock(page);
  const { offsets, open } = await holdLine(page);
  const file = await largePhoto('do-dang.jpg');
  await give(page, 'drop', [file]);
  await expect.poll(() => offsets.length).toBeGreaterThan(2);
  await page.reload();
  await expect(uploads(page)).toContainText('Lần trước còn dở: do-dang.jpg');
  const before = offsets.length;
  open();
  await give(page, 'drop', [file]);
  await expect(row(page, 'do-dang.jpg')).toContainText('Đã xong');
  expect(offsets[before]).toBeGreaterThan(0);
  await page.reload();
  await expect(uploads(page)).not.toContainText('còn dở');
});

test('what is given up is gone, here and on the server', async ({ page }) => {
  await openStock(page);
  const { offsets } = await holdLine(page);
  const removed = page.waitForRequest((request) => request.method() === 'DELETE');
  await give(page, 'drop', [await largePhoto('huy.jpg')]);
  await expect(row(page, 'huy.jpg')).toContainText(/Đang tải \d+%/);
  // The server has a part of it.
  await expect.poll(() => offsets.length).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Hủy huy.jpg' }).click();
  await expect(row(page, 'huy.jpg')).toHaveCount(0);
  expect((await (await removed).response())?.status()).toBe(204);
});

test('what is given up before sending began is never sent', async ({ page }) => {
  await openStock(page);
  const begun: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/admin/api/tep')) begun.push(request.url());
  });
  // What sends files is fetched when the first is given: here it comes late.
  const late = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await late.promise;
    await route.continue();
  });
  const held = page.waitForRequest('**/*.js');
  await give(page, 'drop', [await photo('thoi.jpg')]);
  await held;
  await page.getByRole('button', { name: 'Hủy thoi.jpg' }).click();
  await expect(row(page, 'thoi.jpg')).toHaveCount(0);
  late.resolve();
  await give(page, 'drop', [await photo('sau.jpg')]);
  await expect(row(page, 'sau.jpg')).toContainText('Đã xong');
  expect(begun).toHaveLength(1);
});

test('the focal point by keyboard: the crops follow, and so do readers’ pages', async ({ page, request }) => {
  const { key, address } = await openUsedPicture(page);
  const moved = new RegExp(`<img[^>]*${key}[^>]*object-position`);
  expect(await (await request.get(address)).text()).not.toMatch(moved);
  const point = page.getByRole('slider', { name: 'Điểm nhìn' });
  await expect(point).toHaveAttribute('aria-valuetext', 'ngang 50%, dọc 50%');
  await point.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(point).toHaveAttribute('aria-valuetext', 'ngang 49%, dọc 40%');
  for (const crop of ['16:9', '4:3', '1:1']) {
    const image = page.getByRole('figure').filter({ hasText: crop }).locator('img');
    await expect(image).toHaveCSS('object-position', '49% 40%');
    await expect(image).toHaveCSS('object-fit', 'cover');
    const box = await image.boundingBox();
    const [wide = 1, high = 1] = crop.split(':').map(Number);
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(wide / high, 1);
  }
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Đã lưu ảnh')).toBeVisible();
  const html = await (await request.get(address)).text();
  expect(html).toMatch(new RegExp(`<img[^>]*${key}[^>]*object-position:49% 40%`));
  // By mouse as well: a click into a corner, and a little back.
  const box = await point.locator('..').boundingBox();
  if (!box) throw new Error('the picture is not shown');
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.9);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.2);
  await page.mouse.up();
  await expect(point).toHaveAttribute('aria-valuetext', /ngang (79|80|81)%, dọc (19|20|21)%/);
});

test('replacing the file: the article shows the new one, the old address still answers', async ({
  page,
  request,
}) => {
  const { key: oldKey, address } = await openUsedPicture(page);
  expect(await (await request.get(address)).text()).toContain(oldKey);
  const name = `thay-${randomBytes(4).toString('hex')}.png`;
  await page.getByRole('button', { name: 'Thay tệp' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('dialog').getByRole('button', { name: 'Chọn ảnh từ máy' }).click();
  await (await chooser).setFiles([await photo(name, 1400, 900)]);
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  const newKey = keyIn(await preview(page).getAttribute('src'));
  expect(newKey).not.toBe(oldKey);
  // Cover and body named the old key; readers without a picture of the old file have the new one at once.
  const html = await (await request.get(address)).text();
  expect(html).toContain(newKey);
  expect(html).not.toContain(oldKey);
  const old = await request.get(`/media/${oldKey}-640.webp`);
  expect(old.status()).toBe(200);
  expect(old.headers()['x-content-type-options']).toBe('nosniff');
  expect((await request.get(`/media/${newKey}-640.webp`)).headers()['content-type']).toBe('image/webp');
});

test('picking for an article by keyboard alone: search, several at once, with their words', async ({
  page,
}) => {
  await signIn(page, await makeStaff('editor', ['thoi-su']), '/admin/anh');
  await page
    .getByRole('link', { name: 'Bài mới' })
    .or(page.getByRole('button', { name: 'Bài mới' }))
    .first()
    .click();
  await expect(page.getByLabel('Tiêu đề')).toBeVisible();
  await page.getByRole('button', { name: /Chèn bộ ảnh/ }).click();
  const picker = page.getByRole('dialog', { name: 'Chọn các ảnh' });
  await picker.getByLabel('Tìm ảnh').fill('song tram');
  const options = picker.getByRole('option');
  await expect(options.first()).toContainText(/sông trầm/i);
  await options.first().focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press(' ');
  await expect(picker.getByRole('option', { selected: true })).toHaveCount(2);
  await expect(picker).toContainText('Nguồn:');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessProblems(page)).toEqual([]);
  }
  // A new one, sent from here, is picked as soon as it is there.
  await give(page, 'paste', [await photo('them.png')]);
  await expect(picker.getByRole('option', { selected: true })).toHaveCount(3);
  await picker.getByRole('option', { selected: true }).last().press('Enter');
  await expect(picker).toBeHidden();
  const gallery = page.getByRole('textbox', { name: 'Nội dung' });
  await expect(gallery.locator('img')).toHaveCount(3);
  await expect(page.getByText('Đã lưu', { exact: true })).toBeVisible();
});

test('a reporter changes their own pictures only, replaces none, deletes what nothing uses', async ({
  page,
}) => {
  await openStock(page, 'reporter');
  await stock(page)
    .getByRole('link', { name: /Nguyễn Khánh Vy/ })
    .first()
    .click();
  await expect(page.getByText('Chỉ người tải ảnh lên hoặc biên tập viên sửa được ảnh này.')).toBeVisible();
  await expect(page.getByRole('button', { name: /Thay tệp|Xóa ảnh|Lưu/ })).toHaveCount(0);
  await page.goto('/admin/anh');
  await give(page, 'drop', [await photo('rieng.jpg')]);
  await row(page, 'rieng.jpg').getByRole('link', { name: 'Sửa chú thích' }).click();
  await expect(page.getByText('Chưa dùng ở đâu.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Thay tệp' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Xóa ảnh' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa ảnh' }).click();
  await expect(page).toHaveURL(/\/admin\/anh$/);
  await expect(stock(page)).not.toContainText('rieng.jpg');
});
