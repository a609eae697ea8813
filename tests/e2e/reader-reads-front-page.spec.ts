import { expect } from '@playwright/test';
import { test } from '#tests/support/browser.ts';

test.use({ javaScriptEnabled: false });

test('a reader sees the paper: its name, the date in Vietnam, its sections, a lead', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nhật báo Mộc Hải');
  const today = new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    weekday: 'long',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(new Date());
  // "Chủ Nhật, 22/11/2026" by the system, "Chủ nhật, 22/11/2026" in a newspaper.
  await expect(page.getByRole('banner')).toContainText(today, { ignoreCase: true });
  const bar = page.getByRole('navigation', { name: 'Chuyên mục', exact: true });
  for (const name of [
    'Tin tức',
    'Thời sự',
    'Kinh tế',
    'Văn hóa',
    'Giáo dục',
    'Sức khỏe',
    'Thể thao',
    'Khoa học',
  ]) {
    await expect(bar.getByRole('link', { name, exact: true }).last()).toBeVisible();
  }
  await expect(page.locator('.card-lead')).toHaveCount(1);
  await expect(page.getByRole('contentinfo')).toContainText('hư cấu');
});

test('no article stands twice on the front page, and there are at least 40', async ({ page }) => {
  await page.goto('/');
  const ids = await page
    .locator('[data-article]')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-article')));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(40);
});

test('on a phone all sections open without script, by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  const bar = page.getByRole('banner').getByRole('navigation');
  const section = bar.locator('a[href="/thoi-su/do-thi"]');
  await expect(section).toBeHidden();
  await bar.getByText('Mục lục').focus();
  await page.keyboard.press('Enter');
  await section.click();
  await expect(page).toHaveURL(/\/thoi-su\/do-thi$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đô thị');
});

test('the keyboard reaches the content first', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused();
});
