import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { beginArticle, paste, textOf } from '#tests/support/editor.ts';
import { makePicture } from '#tests/support/sample-files.ts';
import { body, expectSaved } from '#tests/support/writing.ts';

const fixture = (name: string) => readFileSync(`tests/support/pasted/${name}.html.txt`, 'utf8');
const photo = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const picture = (color: string, format: 'png' | 'jpeg' = 'png') =>
  makePicture({ width: 420, height: 300, colors: [color, '#2c5f8a'], format });

/** The same text as RTF, as Word puts it beside its HTML: the picture is in it, as digits. */
const asRtf = (png: Buffer) => `{\\rtf1\\ansi{\\*\\listpicture{\\pict\\pngblip 89504e47}}
{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}}\\picscalex100\\picw11111\\pich7938
\\pngblip\\bliptag-1459617792{\\*\\blipuid a9000000b0c1d2e3f405162738495a6b}${png.toString('hex').replace(/(.{128})/g, '$1\r\n')}}}
{\\nonshppict{\\pict\\picw11111\\wmetafile8\\bliptag-1459617792 0100090000}}\\par}`;

const wordText = [
  '<h2>Lũ về sớm trên sông Trầm</h2>',
  '<p>Sáng 22/11, <strong>mực nước</strong> lên <em>rất nhanh</em>, theo ',
  '<a href="https://example.vn/du-bao?ngay=22&amp;gio=6">dự báo</a> hôm qua. Nước dâng 10 cm mỗi giờ.</p>',
  '<h2>Di dân trong đêm</h2>',
  '<ul><li><p>120 hộ ở <strong>bến Mành</strong></p></li><li><p>trong đó 40 hộ già yếu</p></li>',
  '<li><p>Hai trường học</p></li></ul><p>Các bước tiếp theo:</p>',
  '<ol><li><p>Gia cố đê</p></li><li><p>Mở cống số 2025. B</p></li></ol>',
  '<blockquote><p>“Chúng tôi thức trắng.”</p><footer></footer></blockquote>',
  '<table><tbody><tr><td><p>Trạm</p></td><td><p>Mực nước (m)</p></td><td></td></tr>',
  '<tr><td><p>Bến Mành</p></td><td><p>3,2</p></td><td><p>3,6 (lúc 6 giờ)</p></td></tr></tbody></table>',
].join('');

test('a text from Word comes out clean, its picture and the caption under it included', async ({ page }) => {
  await beginArticle(page);
  const png = await picture('#31572c');
  await paste(body(page), { html: fixture('word'), text: 'Lũ về sớm', rtf: asRtf(png) });
  await expect(photo(page, 'Ảnh')).toBeVisible({ timeout: 20_000 });
  expect(await textOf(page)).toBe(
    `${wordText}[Ảnh]<p>chữ gạch và chữ Việt tách dấu: Tiếng Việt.</p>`.normalize('NFC'),
  );
  await expect(photo(page, 'Ảnh').getByLabel('Chú thích')).toHaveValue('Bờ kè bến Mành sáng 22/11');
  await expect(photo(page, 'Ảnh').getByLabel('Mô tả ảnh')).toHaveValue('Bờ sông ngập nước');
  await expectSaved(page);
  await page.reload();
  await expect(photo(page, 'Ảnh')).toBeVisible();
  expect(await textOf(page)).toContain(wordText.normalize('NFC'));
});

test('without the picture’s file a clear note stays, and the rest is there', async ({ page }) => {
  await beginArticle(page);
  await paste(body(page), { html: fixture('word'), text: 'Lũ về sớm' });
  const note = photo(page, 'Ảnh còn thiếu');
  await expect(note).toContainText('Ảnh “Bờ sông ngập nước” không đi kèm khi dán.');
  expect(await textOf(page)).toContain('<p>Các bước tiếp theo:</p>');
  await expectSaved(page);
  // Nothing of the note is saved.
  await page.reload();
  await expect(body(page)).toContainText('Các bước tiếp theo');
  await expect(note).toHaveCount(0);
});

test('a text from Google Docs comes out clean, with the pictures that came along', async ({ page }) => {
  await beginArticle(page);
  const html = fixture('google-docs').replace('PICTURE', (await picture('#bc4749')).toString('base64'));
  await paste(body(page), { html, text: 'Chợ nổi họp lại' });
  await expect(photo(page, 'Ảnh')).toBeVisible({ timeout: 20_000 });
  expect(await textOf(page)).toBe(
    [
      '<h2>Chợ nổi họp lại</h2><p>Sau ba tháng, <strong>chợ nổi</strong><em> Trầm Giang</em> họp lại, theo ',
      '<a href="https://example.vn/cho-noi">ban quản lý</a>.</p>',
      '<ul><li><p>Ghe bán trái cây</p></li><li><p>Xoài, cam</p></li><li><p><strong>Ghe hủ tiếu</strong></p></li></ul>',
      '<ol><li><p>Từ 5 giờ</p></li></ol><h2>Khách quay lại</h2><p>Dòng một</p><p>Dòng hai</p>',
      '[Ảnh][Ảnh còn thiếu]',
      '<table><tbody><tr><td><p>Mặt hàng</p></td><td><p>Giá</p></td></tr>',
      '<tr><td><p>Xoài</p></td><td><p>30.000 đồng</p></td></tr></tbody></table>',
    ].join(''),
  );
  await expect(photo(page, 'Ảnh còn thiếu').getByRole('link', { name: 'Mở ảnh gốc' })).toHaveAttribute(
    'href',
    /^https:\/\/lh7-rt\.googleusercontent\.com\//,
  );
});

test('pasted into a sentence, words stay in it; a text with a heading begins on its own line', async ({
  page,
}) => {
  await beginArticle(page);
  await body(page).click();
  await page.keyboard.type('Đầu câu  cuối câu.');
  for (let times = 0; times < 10; times++) await page.keyboard.press('ArrowLeft');
  await paste(body(page), { html: '<span style="font-weight:700;color:red">giữa</span>', text: 'giữa' });
  await expect(body(page)).toContainText('Đầu câu giữa cuối câu.');
  await page.keyboard.press('ControlOrMeta+End');
  await paste(body(page), { html: '<h2>Mới</h2><p>Đoạn</p>', text: 'Mới\nĐoạn' });
  expect(await textOf(page)).toContain('cuối câu.</p><h2>Mới</h2><p>Đoạn</p>');
});

test('a picture file that is pasted becomes a photo in its place, and undoing takes it away', async ({
  page,
}) => {
  await beginArticle(page);
  await body(page).click();
  await page.keyboard.type('Trước.');
  const base64 = (await picture('#6a994e', 'jpeg')).toString('base64');
  await paste(body(page), { files: [{ name: 'man-hinh.jpg', type: 'image/jpeg', base64 }] });
  await expect(photo(page, 'Ảnh')).toBeVisible({ timeout: 20_000 });
  expect(await textOf(page)).toBe('<p>Trước.</p>[Ảnh]');
  await page.keyboard.type('Sau.');
  await expectSaved(page);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(photo(page, 'Ảnh')).toHaveCount(0);
});

test('what is no picture is refused with its reason, and the place can be given up', async ({ page }) => {
  await beginArticle(page);
  const base64 = Buffer.from('<script>alert(1)</script>').toString('base64');
  await paste(body(page), { files: [{ name: 'gia.jpg', type: 'image/jpeg', base64 }] });
  const pending = photo(page, 'Ảnh đang tải');
  await expect(pending.getByRole('alert')).toBeVisible({ timeout: 20_000 });
  await pending.getByRole('button', { name: 'Bỏ', exact: true }).last().click();
  await expect(pending).toHaveCount(0);
});

test('an address on an empty line is a video or a card, over words it is where they lead', async ({
  page,
}) => {
  await beginArticle(page);
  await body(page).click();
  await paste(body(page), { text: 'https://www.youtube.com/watch?v=abcdefghijk' });
  await expect(photo(page, 'Video YouTube')).toBeVisible();
  await paste(body(page), { text: 'https://example.vn/bai?a=1' });
  await expect(photo(page, 'Thẻ dẫn tới trang khác')).toContainText('https://example.vn/bai?a=1');
  await page.keyboard.type('xem tại đây');
  await page.keyboard.press('Shift+Home');
  await paste(body(page), { text: 'https://example.vn/b' });
  await page.keyboard.press('End');
  await page.keyboard.type(' hay ');
  await paste(body(page), { text: 'https://example.vn/c' });
  expect(await textOf(page)).toContain(
    '<p><a href="https://example.vn/b">xem tại đây</a> hay <a href="https://example.vn/c">https://example.vn/c</a></p>',
  );
});

test('scripts, styles and addresses that run something do not come along', async ({ page }) => {
  await beginArticle(page);
  await page.evaluate(() => Object.assign(globalThis, { ran: false }));
  await paste(body(page), {
    html: '<p style="color:red" onclick="ran=true">Một<img src="x" onerror="ran=true"><script>ran=true</script></p><p><a href="javascript:ran=true">hai</a><style>p{}</style></p><iframe src="https://example.vn"></iframe>',
    text: 'Một hai',
  });
  await expect(body(page)).toContainText('hai');
  const html = await body(page).innerHTML();
  for (const bad of ['color:red', 'onclick', 'onerror', 'script', 'javascript', 'iframe'])
    expect(html).not.toContain(bad);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'ran'))).toBe(false);
});
