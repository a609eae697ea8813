import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { shiftsOf, watchShifts } from '#tests/support/layout-shifts.ts';
import { openWhole } from '#tests/support/whole-page.ts';

/** The faces that the browser really drew the first match's letters with, each with whether it came from this site. */
async function drawnWith(page: Page, selector: string): Promise<{ family: string; isOurs: boolean }[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  await devtools.detach();
  return fonts.map(({ familyName, isCustomFont }) => ({ family: familyName, isOurs: isCustomFont }));
}

test('every letter of a headline is Newsreader’s, those of Vietnamese alone too', async ({ page }) => {
  // It has letters of each of the three files.
  const headline = 'Bữa tối ở Zürich: phở, “Nguyễn” và 46 cây cầu';
  await page.goto('/x-1.html');
  // A busy machine may have painted before the files were read: the next page has them.
  await expect(async () => {
    await page.reload();
    await page.locator('h1').evaluate((h1, text) => {
      h1.textContent = text;
    }, headline);
    await page.evaluate(() => document.fonts.ready);
    const faces = await drawnWith(page, 'h1');
    expect(faces.length).toBeGreaterThan(0);
    for (const face of faces) expect(face).toMatchObject({ family: /Newsreader/, isOurs: true });
  }).toPass();
});

for (const path of ['/', '/thoi-su', '/x-1.html', '/tim-kiem?q=song%20tram']) {
  test(`a face that comes late moves nothing under the reader’s eyes: ${path}`, async ({ page }) => {
    let late = 0;
    await page.route(/\.woff2$/, async (route) => {
      late++;
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await watchShifts(page);
    await openWhole(page, path);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(500);
    expect(late).toBeGreaterThan(0);
    expect(await shiftsOf(page)).toEqual([]);
  });
}
