import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';

const cards = (page: Page) => page.getByRole('main').locator('.card-found');

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('what was found is marked, can be narrowed and put in another order, at addresses of its own', async ({
    page,
  }) => {
    await page.goto('/tim-kiem?q=song tram');
    await expect(page.getByRole('main').locator('h2 mark').first()).toHaveText(/[Ss][ôó]ng Trầm/);
    const before = await cards(page).count();
    await page.getByText('Lọc kết quả').click();
    await page.getByRole('combobox', { name: 'Chuyên mục' }).selectOption({ label: 'Thể thao' });
    await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click();
    await expect(page).toHaveURL(/muc=the-thao/);
    await expect(page.getByRole('combobox', { name: 'Chuyên mục' })).toHaveValue('the-thao');
    expect(await cards(page).count()).toBeLessThan(before);
    await expect(cards(page).locator('.label')).toHaveText(Array(await cards(page).count()).fill('Thể thao'));
    await page.getByRole('link', { name: 'Mới nhất' }).click();
    await expect(page).toHaveURL(/muc=the-thao&xep=moi/);
    const times = await cards(page)
      .locator('time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
    expect(times).toEqual(times.toSorted().reverse());
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  });

  test('a slip of the hand leads to what was meant', async ({ page }) => {
    await page.goto('/tim-kiem?q=cau van chaii');
    await expect(page.getByRole('main')).toContainText('Ý bạn là');
    await page.getByRole('link', { name: 'cầu vạn chài', exact: true }).click();
    await expect(cards(page).first()).toContainText('Cầu Vạn Chài');
  });
});

test('suggestions come while typing and are chosen by keyboard', async ({ page }) => {
  await page.goto('/');
  const box = page.getByRole('banner').getByRole('combobox', { name: 'Tìm bài viết' });
  await box.pressSequentially('cau van');
  const list = page.getByRole('listbox', { name: 'Gợi ý' });
  await expect(list.getByRole('option').first()).toHaveText('cầu vạn chài');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await box.press('ArrowDown');
  await expect(list.getByRole('option', { selected: true })).toHaveText('cầu vạn chài');
  await expect(box).toHaveValue('cầu vạn chài');
  await box.press('ArrowUp');
  await expect(box).toHaveValue('cau van');
  await box.press('ArrowDown');
  await box.press('Escape');
  await expect(list).toBeHidden();
  await expect(box).toHaveValue('cau van');
  await box.pressSequentially(' ch');
  await expect(list).toBeVisible();
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(page).toHaveURL(/tim-kiem\?q=c%E1%BA%A7u\+v%E1%BA%A1n\+ch%C3%A0i/);
  await expect(cards(page).first()).toContainText('Cầu Vạn Chài');
});
