import { test as bare, type Page } from '@playwright/test';
import { untilItAnswers } from './answering.ts';

/** Playwright's own, but that a page which was opened or loaded again is waited for as a person would. */
export const test = bare.extend<object, { patience: undefined }>({
  patience: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      const pages: Pick<Page, 'goto' | 'reload'> = Object.getPrototypeOf(page);
      await page.close();
      const { goto, reload } = pages;
      pages.goto = async function (this: Page, ...given: Parameters<Page['goto']>) {
        const response = await goto.apply(this, given);
        await untilItAnswers(this);
        return response;
      };
      pages.reload = async function (this: Page, ...given: Parameters<Page['reload']>) {
        const response = await reload.apply(this, given);
        await untilItAnswers(this);
        return response;
      };
      await use(undefined);
      Object.assign(pages, { goto, reload });
    },
    { scope: 'worker', auto: true },
  ],
});
