import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { beginArticle, compose, drop, tiengVietMoi } from '#tests/support/editor.ts';
import { makePicture } from '#tests/support/sample-files.ts';
import { body, expectSaved, expectUnsaved, headline, sapo } from '#tests/support/writing.ts';

// Telex and VNI put a syllable together key by key; until it is done the browser calls it a composition.

const words = 'Tiếng Việt mới';

test('the body takes syllables as an input method puts them together, between and inside words', async ({
  page,
}) => {
  await beginArticle(page);
  await body(page).click();
  await compose(page, tiengVietMoi);
  await expect(body(page)).toHaveText(/^Tiếng Việt mới\s*$/);
  await page.keyboard.press('Enter');
  await compose(page, tiengVietMoi);
  await page.keyboard.press('ControlOrMeta+b');
  await compose(page, [['đ', 'đâ', 'đâm', 'đậm']]);
  await page.keyboard.press('ControlOrMeta+Home');
  await compose(page, [['Ô', 'Ổ']]);
  await expectSaved(page);
  await page.reload();
  await expect(body(page).locator('p')).toHaveText([/^Ổ Tiếng Việt mới$/, /^Tiếng Việt mới đậm$/]);
  await expect(body(page).locator('strong')).toHaveText('đậm');
});

test('headline, sapo, tags and what is said of a photo take them as well', async ({ page }) => {
  await beginArticle(page);
  await headline(page).click();
  await compose(page, tiengVietMoi);
  await sapo(page).click();
  await compose(page, tiengVietMoi);
  const tags = page.getByLabel('Thẻ');
  await tags.click();
  await compose(page, tiengVietMoi);
  await expect(tags).toHaveValue(`${words} `);
  await tags.press('Enter');
  await expect(page.locator('.chip')).toContainText([words]);
  await drop(body(page), [
    { name: 'a.jpg', type: 'image/jpeg', base64: (await makePicture({ width: 400 })).toString('base64') },
  ]);
  const caption = page.getByRole('group', { name: 'Ảnh', exact: true }).getByLabel('Chú thích');
  await caption.click({ timeout: 20_000 });
  await compose(page, tiengVietMoi);
  await expect(caption).toHaveValue(`${words} `);
  await expectSaved(page);
  await page.reload();
  await expect(headline(page)).toHaveValue(words);
  await expect(sapo(page)).toHaveValue(words);
  await expect(caption).toHaveValue(words);
  await expect(page.locator('.chip')).toContainText([words]);
});

/** Begins a syllable and leaves it unfinished. */
async function begin(page: Page, text: string) {
  const devtools = await page.context().newCDPSession(page);
  const at = { selectionStart: text.length, selectionEnd: text.length };
  await devtools.send('Input.imeSetComposition', { text, ...at });
  return devtools;
}

test('neither a save nor a photo that arrives disturbs a syllable that is being put together', async ({
  page,
}) => {
  await beginArticle(page);
  await body(page).click();
  await page.keyboard.type('Một câu. ');
  await page.keyboard.press('Enter');
  await drop(body(page), [
    { name: 'a.jpg', type: 'image/jpeg', base64: (await makePicture({ width: 400 })).toString('base64') },
  ]);
  await page.keyboard.press('ControlOrMeta+End');
  const devtools = await begin(page, 'Tiêng');
  await expectUnsaved(page);
  // It is saved as it stands, and goes on as if nothing had happened.
  await expectSaved(page);
  const composing = await page.evaluate(() => document.querySelector('.body-text')?.textContent);
  expect(composing).toContain('Tiêng');
  await devtools.send('Input.imeSetComposition', { text: 'Tiếng', selectionStart: 5, selectionEnd: 5 });
  await devtools.send('Input.insertText', { text: 'Tiếng' });
  await page.keyboard.type(' Việt');
  await expect(page.getByRole('group', { name: 'Ảnh', exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(body(page).locator('> p').last()).toHaveText('Tiếng Việt');
  await expectSaved(page);
});

test('Enter that ends a syllable of an input method leaves the headline where it is', async ({ page }) => {
  await beginArticle(page);
  await headline(page).click();
  await begin(page, 'Tiếng');
  await headline(page).evaluate((box) =>
    box.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    ),
  );
  await expect(headline(page)).toBeFocused();
});
