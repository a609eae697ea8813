import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { haltingLine } from '#tests/support/halting-line.ts';
import { shiftsOf, watchShifts } from '#tests/support/layout-shifts.ts';

/** Waits until the browser has painted what it has of the page; the page's height in pixels. */
const painted = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
      // Until the masthead is whole no frame comes, so a while must do; after it, however slow the machine, one does.
      if (!document.querySelector('main')) setTimeout(resolve, 50);
    });
    return document.documentElement.scrollHeight;
  });

const pages = [
  '/',
  '/thoi-su',
  '/x-1.html',
  '/chu-de/cau-van-chai',
  '/tac-gia/le-thu-hanh',
  '/tim-kiem?q=song%20tram',
];
for (const path of pages) {
  test(`on a bad line, what came first stays where it is while the rest comes: ${path}`, async ({
    page,
    baseURL,
  }) => {
    const line = await haltingLine(baseURL ?? '');
    await watchShifts(page);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 1200 });
      await page.goto(`${line.url}${path}`, { waitUntil: 'commit' });
      await page.waitForFunction(
        () => {
          const sheets = [...document.querySelectorAll<HTMLLinkElement>('[rel="stylesheet"]')];
          return sheets.length > 0 && sheets.every(({ sheet }) => sheet);
        },
        null,
        { polling: 20 },
      );
      let height = 0;
      let pieces = 0;
      // What is further down is not looked at.
      while (height < 2400 && line.sendNext()) {
        height = await painted(page);
        pieces++;
      }
      while (line.sendNext());
      await page.waitForLoadState();
      await painted(page);
      expect(pieces, `pieces at ${width} px`).toBeGreaterThan(20);
      expect(await shiftsOf(page), `moved at ${width} px`).toEqual([]);
    }
    await line.close();
  });
}
