import { chromium } from '@playwright/test';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const base = 'http://localhost:3206';
const ctx = await b.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
const p = await ctx.newPage();
p.on('console', (m) => m.type() === 'error' && console.log('console:', m.text().slice(0, 300)));
p.on('pageerror', (e) => console.log('pageerror', e.message));
await p.goto(base + '/admin/dang-nhap?ve=%2Fadmin%2Fanh');
await p.getByLabel('Email').fill('quantri@mochai.example');
await p.getByLabel('Mật khẩu').fill('MatKhau-quan-tri-2026');
await p.getByRole('button', { name: 'Đăng nhập' }).click();
await p.waitForURL('**/admin/anh');
await p.waitForLoadState('networkidle');
await ctx.storageState({ path: '/tmp/pic-state.json' });
for (const [name, path] of [['list', '/admin/anh'], ['one', '/admin/anh/3'], ['find', '/admin/anh?q=cau+van&tu=2020-01-01']]) {
  for (const w of [1280, 360]) for (const scheme of ['light', 'dark']) {
    if (name === 'find' && w === 360) continue;
    await p.setViewportSize({ width: w, height: 900 });
    await p.emulateMedia({ colorScheme: scheme });
    await p.goto(base + path, { waitUntil: 'networkidle' });
    await p.screenshot({ path: `/tmp/pic-shots/${name}-${w}-${scheme}.png`, fullPage: name === 'one' });
  }
}
await b.close();
