import { expect, type Locator, type Page } from '@playwright/test';
import { makeStaff, signIn, type TestStaff } from './staff.ts';
import { body } from './writing.ts';

// What tests of the editor do: a new article, what another program puts on the clipboard, an input method.

/** Signs in somebody who may do everything with an article, begins one and waits until it can be written in. */
export async function beginArticle(page: Page, staff?: TestStaff): Promise<void> {
  await signIn(page, staff ?? (await makeStaff('editor_in_chief')));
  await page.getByRole('link', { name: 'Bài mới' }).first().click();
  await expect(body(page)).toBeVisible({ timeout: 30_000 });
}

interface OnClipboard {
  html?: string;
  text?: string;
  rtf?: string;
  files?: { name: string; type: string; base64: string }[];
}

/** Pastes as the browser does it when another program has filled the clipboard. */
export async function paste(into: Locator, clipboard: OnClipboard): Promise<void> {
  await into.evaluate(async (element, { html, text, rtf, files }) => {
    // The editor hears a moment later that the caret was moved; no hand is quicker.
    await new Promise((go) => requestAnimationFrame(() => setTimeout(go, 50)));
    const data = new DataTransfer();
    if (html !== undefined) data.setData('text/html', html);
    if (text !== undefined) data.setData('text/plain', text);
    if (rtf !== undefined) data.setData('text/rtf', rtf);
    for (const { name, type, base64 } of files ?? []) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    element.dispatchEvent(event);
  }, clipboard);
}

/** Lets go of files over an element. */
export async function drop(onto: Locator, files: NonNullable<OnClipboard['files']>): Promise<void> {
  await onto.evaluate((element, given) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    const { left, top } = element.getBoundingClientRect();
    const at = { clientX: left + 10, clientY: top + 20, dataTransfer: data, bubbles: true, cancelable: true };
    element.dispatchEvent(new DragEvent('dragover', at));
    element.dispatchEvent(new DragEvent('drop', at));
  }, files);
}

/** Takes a block's own fields and buttons out of what is compared: what is left is the text, tag by tag. */
export async function textOf(page: Page): Promise<string> {
  return await body(page).evaluate((element) => {
    const copy = document.createElement('div');
    copy.innerHTML = element.innerHTML;
    for (const frame of copy.querySelectorAll('.block-frame')) {
      frame.parentElement?.replaceWith(`[${frame.getAttribute('aria-label')}]`);
    }
    for (const blank of copy.querySelectorAll('br')) blank.remove();
    return copy.innerHTML
      .replaceAll(/ (class|target|rel|colspan|rowspan)="[^"]*"/g, '')
      .replaceAll('<p></p>', '');
  });
}

/** One syllable as an input method of Vietnamese puts it together: each entry is what stands there after a key. */
export type Syllable = readonly string[];

/** Types syllable after syllable through an input method, with a space after each. */
export async function compose(page: Page, syllables: readonly Syllable[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (const steps of syllables) {
    for (const text of steps) {
      await devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await devtools.send('Input.insertText', { text: steps.at(-1) ?? '' });
    await page.keyboard.type(' ');
  }
  await devtools.detach();
}

/** "Tiếng Việt mới", as Telex puts it together. */
export const tiengVietMoi: readonly Syllable[] = [
  ['T', 'Ti', 'Tie', 'Tiê', 'Tiên', 'Tiêng', 'Tiếng'],
  ['V', 'Vi', 'Vie', 'Viê', 'Viêt', 'Việt'],
  ['m', 'mo', 'mơ', 'mơi', 'mới'],
];
