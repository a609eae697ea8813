import { expect } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { shiftsOf, watchShifts } from '#tests/support/layout-shifts.ts';
import { accessProblems, htmlProblems } from '#tests/support/page-checks.ts';
import { pageTypes } from '#tests/support/page-types.ts';
import { openWhole } from '#tests/support/whole-page.ts';

for (const { kind, path, status } of pageTypes) {
  test(`${kind}: valid HTML, whole without script`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const answer = await page.goto(`${baseURL}${path}`);
    expect(answer?.status()).toBe(status);
    await expect(page.getByRole('main')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect(await htmlProblems((await answer?.text()) ?? '')).toEqual([]);
    await context.close();
  });

  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${kind}: accessible at ${width} px, ${colorScheme}`, async ({ browser, baseURL }) => {
        const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
        const page = await context.newPage();
        await page.goto(`${baseURL}${path}`);
        expect(await accessProblems(page)).toEqual([]);
        await context.close();
      });
    }
  }

  test(`${kind}: no sideways scrolling from 320 to 1920 px, nothing shifts, no error`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      const isOwnStatus = message.text().includes(`status of ${status}`);
      if (message.type() === 'error' && !isOwnStatus) errors.push(message.text());
    });
    await watchShifts(page);
    for (const width of [320, 360, 768, 1024, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      await openWhole(page, path);
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scroll, `width of the page at ${width} px`).toBeLessThanOrEqual(width);
      expect(await shiftsOf(page), `moved at ${width} px`).toEqual([]);
    }
    expect(errors).toEqual([]);
  });
}
