import { type Browser, expect, type Page } from '@playwright/test';
import { adminPages } from '#tests/support/admin-pages.ts';
import { test } from '#tests/support/browser.ts';
import { accessProblems, htmlProblems } from '#tests/support/page-checks.ts';
import { makeStaff, signIn } from '#tests/support/staff.ts';
import { openWhole } from '#tests/support/whole-page.ts';

let state: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;
test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signIn(page, await makeStaff('admin'));
  state = await page.context().storageState();
  await page.close();
});

interface Look {
  width?: number;
  colorScheme?: 'light' | 'dark';
  javaScriptEnabled?: boolean;
}

async function open(browser: Browser, baseURL: string | undefined, { width = 1280, ...look }: Look = {}) {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    ...look,
    storageState: state,
    viewport: { width, height: 800 },
  });
  return await context.newPage();
}

for (const { kind, path } of adminPages) {
  test(`${kind}: valid HTML with one main heading`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL, { javaScriptEnabled: false });
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('main')).toBeVisible();
    expect(await htmlProblems((await answer?.text()) ?? '')).toEqual([]);
    await page.context().close();
  });

  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${kind}: accessible at ${width} px, ${colorScheme}`, async ({ browser, baseURL }) => {
        const page = await open(browser, baseURL, { width, colorScheme });
        await openWhole(page, path);
        expect(await accessProblems(page)).toEqual([]);
        await page.context().close();
      });
    }
  }

  test(`${kind}: no sideways scrolling, no error`, async ({ browser, baseURL }) => {
    const page = await open(browser, baseURL);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    for (const width of [320, 360, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await openWhole(page, path);
      const scrolled = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(scrolled, `beyond ${width} px`).toBeLessThanOrEqual(0);
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });
}

test('without a session, a page of the newsroom leads to signing in and back', async ({ page }) => {
  const answer = await page.request.get('/admin', { maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  await signIn(page, await makeStaff('editor_in_chief'), '/admin/chuyen-muc');
});

test('a reporter sees no page in the menu that is closed to them', async ({ page }) => {
  await signIn(page, await makeStaff('reporter', ['thoi-su']));
  const menu = page.getByRole('navigation', { name: 'Tòa soạn' });
  await expect(menu.getByRole('link')).toHaveText(['Cần xử lý', 'Bài viết', 'Ảnh']);
  expect((await page.goto('/admin/chuyen-muc'))?.status()).toBe(404);
});

test('on a phone the menu unfolds, by keyboard as well', async ({ browser, baseURL }) => {
  const page = await open(browser, baseURL, { width: 360 });
  await page.goto('/admin');
  const link = page.getByRole('navigation', { name: 'Tòa soạn' }).getByRole('link', { name: 'Thẻ' });
  await expect(link).toBeHidden();
  const toggle = page.getByRole('button', { name: 'Menu' });
  await toggle.focus();
  await page.keyboard.press('Enter');
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  await expect(link).toBeVisible();
  await page.context().close();
});
