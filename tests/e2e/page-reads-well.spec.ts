import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';

/** Characters on each full line of the body's paragraphs, as the browser broke them. */
async function lineLengths(page: Page): Promise<number[]> {
  return await page.locator('.body > p:not(.pullout)').evaluateAll((paragraphs) => {
    const topOf = (text: Text, place: number) => {
      const range = document.createRange();
      range.setStart(text, place);
      range.setEnd(text, place + 1);
      return Math.round(range.getBoundingClientRect().top);
    };
    return paragraphs.flatMap(({ firstChild: text }) => {
      if (!(text instanceof Text)) return [];
      const perLine = new Map<number, number>();
      for (let place = 0; place < text.length; place++) {
        const top = topOf(text, place);
        perLine.set(top, (perLine.get(top) ?? 0) + 1);
      }
      // The last line of a paragraph is as long as what is left.
      return [...perLine.values()].slice(0, -1);
    });
  });
}

test('a line holds 60 to 75 characters where the screen allows it', async ({ page }) => {
  for (const width of [1024, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/x-1.html');
    const lengths = await lineLengths(page);
    const average = lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
    expect(lengths.length).toBeGreaterThan(20);
    expect(average, `at ${width} px`).toBeGreaterThan(60);
    expect(average, `at ${width} px`).toBeLessThan(75);
  }
});

const faces = {
  '/x-1.html': [
    '.article h1',
    '.sapo',
    '.picks a',
    '.body p',
    '.body h2',
    '.card-rail .card-title',
    'figcaption',
  ],
  '/': [
    '.card-lead .card-title',
    '.card-second .card-title',
    '.card-third .card-title',
    '.card-headline .card-title',
  ],
  '/thoi-su': ['.list-header h1', '.card-row .card-title', '.card-sapo'],
};

/** Selectors of what is set so close that the tallest letters of Vietnamese touch the deepest of the line above. */
async function touchingLines(selectors: string[]): Promise<string[]> {
  await document.fonts.ready;
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) throw new Error('no canvas');
  return selectors.filter((selector) => {
    const node = document.querySelector(selector);
    if (!node) throw new Error(`nothing is ${selector}`);
    const style = getComputedStyle(node);
    canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const tall = canvas.measureText('ỔẶỄỖỮỨẾẤẨ').actualBoundingBoxAscent;
    const deep = canvas.measureText('ỵọặgpqyự').actualBoundingBoxDescent;
    return tall + deep > Number.parseFloat(style.lineHeight);
  });
}

for (const [path, selectors] of Object.entries(faces)) {
  test(`stacked marks never touch the line above: ${path}`, async ({ page }) => {
    // On a slow machine the first view is in a stand-in: the face is kept then, and the next one has it.
    await expect(async () => {
      await page.goto(path);
      expect(await page.evaluate(touchingLines, selectors)).toEqual([]);
    }).toPass({ timeout: 30_000 });
  });
}
