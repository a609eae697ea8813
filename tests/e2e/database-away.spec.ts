import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';

let site: SmallSite;
test.beforeAll(async () => {
  site = await startSmallSite(manyArticles(3));
});
test.afterAll(async () => {
  await site.stop();
});

test('without its database the site serves what it has made, and says plainly what it can’t', async ({
  request,
}) => {
  const front = await (await request.get(`${site.url}/`)).text();
  const section = await (await request.get(`${site.url}/tin-tuc`)).text();
  await site.takeDatabaseAway();

  const kept = await request.get(`${site.url}/`);
  expect([kept.status(), await kept.text()]).toEqual([200, front]);
  expect(await (await request.get(`${site.url}/tin-tuc`)).text()).toBe(section);

  for (const path of ['/tag/ban-tin', '/x-1.html', '/khong-biet', '/tim-kiem?q=tin']) {
    const missing = await request.get(`${site.url}${path}`, { maxRedirects: 0 });
    expect(missing.status(), path).toBe(503);
    expect(Number(missing.headers()['retry-after'])).toBeGreaterThan(0);
    expect(missing.headers()['cache-control']).toBe('no-store');
    const text = await missing.text();
    expect(text).toContain('Trang này tạm thời chưa mở được');
    expect(text).not.toMatch(/prisma|at .*\.(ts|js)|Error/i);
  }
  expect((await request.get(`${site.url}/api/health`)).status()).toBe(503);

  // Long enough for several attempts to connect to fail.
  await sleep(3500);
  await site.bringDatabaseBack();
  await expect
    .poll(async () => (await request.get(`${site.url}/tag/ban-tin`)).status(), { timeout: 15_000 })
    .toBe(200);
  expect((await request.get(`${site.url}/api/health`)).status()).toBe(200);

  // It hears of changes again: of the one that it missed, and of those to come.
  for (const title of ['Tin sau khi mất kết nối', 'Tin sau nữa']) {
    await site.sql(`BEGIN; UPDATE article SET title = '${title}' WHERE id = 1;
      INSERT INTO outbox (reason, tags) VALUES ('rename', '{article:1}'); COMMIT`);
    await expect
      .poll(async () => await (await request.get(`${site.url}/`)).text(), { timeout: 10_000 })
      .toContain(title);
  }
});
