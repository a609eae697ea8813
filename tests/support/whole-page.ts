import type { Page, Request } from '@playwright/test';

const stillMs = 500;

/**
 * Opens a page and waits until all of it is there: it is loaded, and for half a second nobody was asked for anything,
 * in its frames neither. What a page listens to (an event stream) has no end and is not waited for.
 *
 * Playwright's own "networkidle" may never come on a slow machine: a frame that was idle, asked once more and was then
 * idle again is never called idle (microsoft/playwright#42598, closed as "discouraged").
 */
export async function openWhole(page: Page, path: string): Promise<void> {
  const open = new Set<Request>();
  let changedAt = performance.now();
  const begun = (request: Request) => {
    if (request.resourceType() !== 'eventsource') open.add(request);
    changedAt = performance.now();
  };
  const ended = (request: Request) => {
    open.delete(request);
    changedAt = performance.now();
  };
  page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended);
  try {
    await page.goto(path);
    while (open.size > 0 || performance.now() - changedAt < stillMs) await page.waitForTimeout(50);
  } finally {
    page.off('request', begun).off('requestfinished', ended).off('requestfailed', ended);
  }
}
