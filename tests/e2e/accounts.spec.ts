import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { accessProblems } from '#tests/support/page-checks.ts';
import { makeStaff, signIn, type TestStaff } from '#tests/support/staff.ts';
import { appCode } from '#tests/support/totp.ts';

const onSignInPage = /\/admin\/dang-nhap(\?|$)/;

/** Types e-mail and password and presses Enter, without a mouse. */
async function typePassword(page: Page, { email }: TestStaff, password: string): Promise<void> {
  await page.getByLabel('Email').focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

/** Another browser of the same or another person. */
async function newPage(browser: Browser): Promise<Page> {
  return await (await browser.newContext()).newPage();
}

test('who is signed out is led to sign in, and then to the page they wanted', async ({ page }) => {
  const admin = await makeStaff('admin');
  await page.goto('/admin/tai-khoan');
  await expect(page).toHaveURL(onSignInPage);
  await typePassword(page, admin, 'không phải mật khẩu này');
  await expect(page.getByRole('alert').filter({ hasText: 'E-mail hoặc mật khẩu không đúng.' })).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue(admin.email);
  await expect(page.getByLabel('Mật khẩu')).toHaveValue('');
  await page.getByLabel('Mật khẩu').fill(admin.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page).toHaveURL(/\/admin\/tai-khoan$/);
  await expect(page.getByRole('heading', { name: 'Tài khoản', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
  await expect(page).toHaveURL(onSignInPage);
  await page.goto('/admin/tai-khoan');
  await expect(page).toHaveURL(onSignInPage);
});

test('without script, too, and with all of the address', async ({ request }) => {
  const options = { maxRedirects: 0, headers: { accept: 'text/html' } };
  const answer = await request.get('/admin/nhat-ky?loai=staff&so=1', options);
  expect(answer.status()).toBe(307);
  const to = new URL(answer.headers()['location'] ?? '', 'http://localhost');
  expect([to.pathname, to.searchParams.get('ve')]).toEqual([
    '/admin/dang-nhap',
    '/admin/nhat-ky?loai=staff&so=1',
  ]);
  expect((await request.get('/admin/dang-nhap', options)).status()).toBe(200);
});

test('a form sent before its script came keeps the e-mail, and no password', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/admin/dang-nhap');
  await page.getByLabel('Email').fill('khong-co@thu.example');
  await page.getByLabel('Mật khẩu').fill('không phải mật khẩu này');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'E-mail hoặc mật khẩu không đúng.' })).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('khong-co@thu.example');
  expect(await page.content()).not.toContain('không phải mật khẩu này');
});

test('signing in leads to no other site, whatever the address says', async ({ page }) => {
  const staff = await makeStaff('editor');
  await page.goto('/admin/dang-nhap?ve=%2F%2Fevil.example%2Fadmin');
  await typePassword(page, staff, staff.password);
  await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/admin$/);
});

test('the form works before its script has arrived', async ({ browser }) => {
  const staff = await makeStaff('editor');
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/admin/dang-nhap?ve=%2Fadmin%2Ftoi');
  await typePassword(page, staff, staff.password);
  await expect(page).toHaveURL(/\/admin\/toi$/);
});

test('nothing of a page stays in the browser for the next person', async ({ page }) => {
  const staff = await makeStaff('editor');
  await signIn(page, staff, '/admin/toi');
  await expect(page.locator('input[name=password]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
  await expect(page).toHaveURL(onSignInPage);
  await expect(page.getByText(staff.name)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(onSignInPage);
});

test('a second factor: set up, asked for, with recovery codes for a lost phone', async ({
  page,
  browser,
}) => {
  const staff = await makeStaff('editor');
  await signIn(page, staff, '/admin/toi');
  await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
  await page.getByLabel('Mật khẩu của bạn').fill(staff.password);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByRole('img', { name: 'Mã QR' })).toBeVisible();
  const secret = (await page.locator('code.secret-text').textContent()) ?? '';
  await page.getByLabel('Mã xác thực').fill('000000');
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(page.getByText('Mã không đúng. Hãy xem đồng hồ')).toBeVisible();
  await page.getByLabel('Mã xác thực').fill(appCode(secret));
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  const list = page.getByRole('list', { name: 'Mã khôi phục' }).getByRole('listitem');
  await expect(list).toHaveCount(10);
  const codes = await list.allTextContents();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải về thành tệp' }).click();
  const file = await (await download).path();
  for (const code of codes) expect(readFileSync(file, 'utf8')).toContain(code);
  await page.getByRole('button', { name: 'Đã cất xong' }).click();
  await expect(page.getByText('Còn 10 mã khôi phục')).toBeVisible();
  await page.reload();
  await expect(page.getByText(codes[0] ?? '')).toHaveCount(0);

  // By keyboard alone: the focus is where the code goes.
  const phone = await newPage(browser);
  await phone.goto('/admin/dang-nhap?ve=%2Fadmin%2Ftoi');
  await typePassword(phone, staff, staff.password);
  await expect(phone.getByLabel('Mã xác thực')).toBeFocused();
  await phone.keyboard.type(appCode(secret, 1));
  await phone.keyboard.press('Enter');
  await expect(phone).toHaveURL(/\/admin\/toi$/);

  const noPhone = await newPage(browser);
  await noPhone.goto('/admin/dang-nhap?ve=%2Fadmin%2Ftoi');
  await typePassword(noPhone, staff, staff.password);
  await noPhone.getByLabel('Mã xác thực').fill('aaaaa-aaaaa');
  await noPhone.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(noPhone.getByText('Mã không đúng.').first()).toBeVisible();
  await noPhone.getByLabel('Mã xác thực').fill(codes[3] ?? '');
  await noPhone.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(noPhone.getByText('Còn 9 mã khôi phục')).toBeVisible();
});

test('signing out everywhere ends the other browsers’ sessions, too', async ({ page, browser }) => {
  const staff = await makeStaff('editor');
  const [other, third] = [await newPage(browser), await newPage(browser)];
  for (const one of [page, other, third]) await signIn(one, staff, '/admin/toi');
  await page.reload();
  await expect(page.getByRole('table', { name: 'Nơi đang đăng nhập' }).getByRole('row')).toHaveCount(4);
  await page.getByRole('row').last().getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('table', { name: 'Nơi đang đăng nhập' }).getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Đăng xuất mọi nơi' }).click();
  await expect(page).toHaveURL(onSignInPage);
  for (const one of [other, third]) {
    await one.reload();
    await expect(one).toHaveURL(onSignInPage);
  }
});

test('a person changes their password', async ({ page, browser }) => {
  const staff = await makeStaff('editor');
  await signIn(page, staff, '/admin/toi');
  await page.getByLabel('Mật khẩu hiện tại').fill(staff.password);
  await page.getByLabel('Mật khẩu mới').fill('ngắn');
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(page.getByLabel('Mật khẩu mới')).toHaveAccessibleDescription(/ít nhất 12 ký tự/);
  await expect(page.getByLabel('Mật khẩu hiện tại')).toHaveValue(staff.password);
  await page.getByLabel('Mật khẩu mới').fill('con mèo trên mái ngói');
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(page.getByText('Đã đổi mật khẩu')).toBeVisible();
  await signIn(await newPage(browser), { ...staff, password: 'con mèo trên mái ngói' }, '/admin/toi');
});

test('an administrator adds a person, helps them in, limits and disables them', async ({ page, browser }) => {
  await signIn(page, await makeStaff('admin'), '/admin/tai-khoan');
  await page.getByRole('link', { name: 'Thêm tài khoản' }).click();
  await page.getByLabel('Họ tên').fill('Ngô Thị Mới');
  await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/địa chỉ e-mail/i);
  await expect(page.getByLabel('Họ tên')).toHaveValue('Ngô Thị Mới');
  const email = `moi-${Date.now()}@thu.example`;
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
  await expect(page.getByText('Hãy chọn ít nhất một chuyên mục')).toBeVisible();
  await page.getByLabel('Thời sự', { exact: true }).check();
  // What is under a section comes with it.
  await expect(page.getByLabel('Đô thị', { exact: true })).toBeChecked();
  await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
  const link = await page.getByLabel('Liên kết đặt mật khẩu').inputValue();

  const person = await newPage(browser);
  await person.goto(link);
  await person.getByLabel('Mật khẩu mới').fill('thuyền về bến cũ');
  await person.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  await expect(person.getByText('Đã đặt mật khẩu mới')).toBeVisible();
  await signIn(
    person,
    { id: 0, name: '', email, password: 'thuyền về bến cũ', role: 'reporter' },
    '/admin/toi',
  );
  await expect(person.getByText('Phóng viên').first()).toBeVisible();
  const again = await newPage(browser);
  await again.goto(link);
  await expect(again.getByText('Liên kết này đã dùng rồi')).toBeVisible();
  await person.goto('/admin/tai-khoan');
  await expect(person.getByRole('heading', { name: 'Không có gì ở đây' })).toBeVisible();

  await page.getByRole('link', { name: 'Về danh sách' }).click();
  await page.getByRole('link', { name: 'Ngô Thị Mới' }).first().click();
  await page.getByLabel('Vai trò').selectOption('Biên tập viên');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Đã lưu tài khoản')).toBeVisible();
  await person.goto('/admin/toi');
  await expect(person.getByText('Biên tập viên').first()).toBeVisible();
  await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Khóa tài khoản' }).click();
  await expect(page.getByText('Tài khoản đang bị khóa')).toBeVisible();
  await person.reload();
  await expect(person).toHaveURL(onSignInPage);

  await page.getByRole('link', { name: 'Lịch sử tài khoản' }).click();
  const log = page.getByRole('table', { name: 'Nhật ký' });
  await expect(log.getByRole('rowheader')).toContainText(['Khóa tài khoản', 'Sửa tài khoản', 'Đăng nhập']);
  await page.getByRole('combobox', { name: 'Việc' }).selectOption('Sửa tài khoản');
  await page.getByRole('button', { name: 'Lọc' }).click();
  await expect(log.getByRole('rowheader')).toHaveCount(1);
  await expect(log).toContainText('Phóng viên → Biên tập viên');
});

test('signing in again in place takes JSON only, and tells what is wrong', async ({ page }) => {
  const staff = await makeStaff('editor');
  const input = { step: 'password', email: staff.email, password: staff.password };
  const form = await page.request.post('/admin/dang-nhap/tai-cho', { form: input });
  expect([form.status(), form.headers()['set-cookie']]).toEqual([422, undefined]);
  const address = '/admin/dang-nhap/tai-cho';
  const wrong = await page.request.post(address, { data: { ...input, password: 'không phải thế' } });
  expect(wrong.status()).toBe(422);
  expect(await wrong.json()).toMatchObject({ ok: false, message: 'E-mail hoặc mật khẩu không đúng.' });
  const right = await page.request.post(address, { data: input });
  expect(await right.json()).toEqual({ ok: true, value: { step: 'in' } });
  await page.goto('/admin/toi');
  await expect(page.getByRole('heading', { name: 'Tài khoản của tôi' })).toBeVisible();
});

test('readers’ pages carry no cookie of the newsroom', async ({ page }) => {
  await signIn(page, await makeStaff('editor'), '/admin/toi');
  const request = page.waitForRequest((one) => new URL(one.url()).pathname === '/');
  await page.goto('/');
  expect((await (await request).allHeaders())['cookie']).toBeUndefined();
});

for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on the pages of accounts, ${width} px, ${colorScheme}`, async ({ browser }) => {
      const admin = await makeStaff('admin');
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      for (const path of ['/admin/dang-nhap', '/admin/quen-mat-khau', '/admin/dat-lai-mat-khau?ma=x']) {
        await page.goto(path);
        expect(await accessProblems(page)).toEqual([]);
      }
      await page.goto('/admin/dang-nhap');
      await typePassword(page, admin, 'không phải mật khẩu này');
      await page.getByRole('alert').first().waitFor();
      expect(await accessProblems(page)).toEqual([]);
      await signIn(page, admin, '/admin/toi');
      const own = `/admin/tai-khoan/${admin.id}`;
      for (const path of ['/admin/toi', '/admin/tai-khoan', '/admin/tai-khoan/them', own, '/admin/nhat-ky']) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await accessProblems(page)).toEqual([]);
      }
      await page.goto('/admin/toi');
      await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
      expect(await accessProblems(page)).toEqual([]);
      await page.getByLabel('Mật khẩu của bạn').fill(admin.password);
      await page.getByRole('button', { name: 'Tiếp tục' }).click();
      await page.getByRole('img', { name: 'Mã QR' }).waitFor();
      expect(await accessProblems(page)).toEqual([]);
      await context.close();
    });
  }
}
