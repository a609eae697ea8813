import { expect } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';
import { makeStaff, signIn } from '#tests/support/staff.ts';

let mail: Awaited<ReturnType<typeof startMailServer>>;
let site: SmallSite;
test.beforeAll(async () => {
  mail = await startMailServer();
  const settings = { SMTP_URL: mail.url, MAIL_FROM: 'Tòa soạn <toasoan@thu.example>' };
  site = await startSmallSite(manyArticles(2), settings);
});
test.afterAll(async () => {
  await site.stop();
  await mail.stop();
});

// One site for both.
test.describe.configure({ mode: 'serial' });

test('a forgotten password: a letter, a link, a new password; the answer tells nobody who has an account', async ({
  page,
  browser,
}) => {
  const staff = await makeStaff('editor_in_chief', [], site.databaseUrl);
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, staff, '/admin/toi', site.url);

  await page.goto(`${site.url}/admin/dang-nhap`);
  await page.getByRole('link', { name: 'Quên mật khẩu?' }).click();
  await expect(page.getByRole('heading', { name: 'Quên mật khẩu' })).toBeVisible();
  const ask = async (email: string) => {
    await page.goto(`${site.url}/admin/quen-mat-khau`);
    await page.getByLabel('Email').fill(email);
    await page.getByRole('button', { name: 'Gửi liên kết' }).click();
    const said = page.getByRole('status').filter({ hasText: 'Nếu' });
    await expect(said).toBeVisible();
    return (await said.textContent())?.replace(email, '…');
  };
  expect(await ask('khong-co-ai@thu.example')).toBe(await ask(staff.email));

  await expect.poll(() => mail.letters.length).toBe(1);
  const [letter] = mail.letters;
  expect(letter?.to).toBe(staff.email);
  // The site's own address, whatever a request says of it.
  const link = new RegExp(`${site.url}/admin/dat-lai-mat-khau\\?ma=\\S+`).exec(letter?.text ?? '')?.[0] ?? '';
  await page.goto(link);
  await page.getByLabel('Mật khẩu mới').fill('ngắn');
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  await expect(page.getByLabel('Mật khẩu mới')).toHaveAccessibleDescription(/ít nhất 12 ký tự/);
  await page.getByLabel('Mật khẩu mới').fill('thuyền về bến cũ');
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  await expect(page.getByText('Đã đặt mật khẩu mới')).toBeVisible();

  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/admin\/dang-nhap/);
  await signIn(page, { ...staff, password: 'thuyền về bến cũ' }, '/admin/toi', site.url);
  await page.goto(link);
  await expect(page.getByText('Liên kết này đã dùng rồi')).toBeVisible();
});

test('whoever guesses waits, and is told how long', async ({ page }) => {
  const staff = await makeStaff('editor_in_chief', [], site.databaseUrl);
  await page.goto(`${site.url}/admin/dang-nhap`);
  for (let i = 0; i < 6; i++) {
    await page.getByLabel('Email').fill(staff.email);
    await page.getByLabel('Mật khẩu').fill(`đoán lần thứ ${i}`);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await answered;
    // The form is emptied with the answer; no hand types before that.
    await expect(page.getByLabel('Mật khẩu')).toHaveValue('');
  }
  await expect(page.getByText(/Đã thử quá nhiều lần\. Hãy thử lại sau \d+ giây\./)).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue(staff.email);
});
