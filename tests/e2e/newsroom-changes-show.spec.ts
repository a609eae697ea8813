import { expect } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { accessProblems, htmlProblems } from '#tests/support/page-checks.ts';
import { articleText } from '#tests/support/sample-files.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';

let site: SmallSite;
test.beforeAll(async () => {
  site = await startSmallSite(manyArticles(45));
});
test.afterAll(async () => {
  await site.stop();
});
test.describe.configure({ mode: 'serial' });

const ids = (html: string) =>
  [...html.matchAll(/<article[^>]*data-article="(\d+)"/g)].map((match) => Number(match[1]));

test('page after page, a section shows each of its articles once, the newest first', async ({ request }) => {
  const pages = await Promise.all(
    ['', '/trang/2', '/trang/3'].map(async (page) =>
      ids(await (await request.get(`${site.url}/tin-tuc${page}`)).text()),
    ),
  );
  expect(pages.flat()).toEqual(Array.from({ length: 45 }, (_, i) => i + 1));
  expect((await request.get(`${site.url}/tin-tuc/trang/4`)).status()).toBe(404);
});

test('a pinned article stands first, and neither comes again nor pushes another out', async ({ request }) => {
  await site.sql(`BEGIN;
    INSERT INTO pin (category_id, slot, article_id) SELECT id, 1, 44 FROM category WHERE path = 'tin-tuc';
    INSERT INTO pin (category_id, slot, article_id) VALUES (NULL, 1, 30);
    INSERT INTO outbox (reason, tags) VALUES ('pins', '{site}'); COMMIT`);
  await expect.poll(async () => ids(await (await request.get(`${site.url}/tin-tuc`)).text())[0]).toBe(44);
  const pages = await Promise.all(
    ['', '/trang/2', '/trang/3'].map(async (page) =>
      ids(await (await request.get(`${site.url}/tin-tuc${page}`)).text()),
    ),
  );
  expect([...pages.flat()].sort((a, b) => a - b)).toEqual(Array.from({ length: 45 }, (_, i) => i + 1));
  const front = ids(await (await request.get(`${site.url}/`)).text());
  expect(front[0]).toBe(30);
  expect(new Set(front).size).toBe(front.length);
});

test('"Đọc thêm" has ten, none of them the article itself or one of its picks', async ({ request }) => {
  await site.sql(`BEGIN;
    INSERT INTO related_pick (article_id, position, picked_id) VALUES (1, 1, 2), (1, 2, 3);
    INSERT INTO outbox (reason, tags) VALUES ('picks', '{article:1}'); COMMIT`);
  const rail = async () =>
    ids((await (await request.get(`${site.url}/x-1.html`)).text()).split('id="doc-them"')[1] ?? '');
  await expect.poll(async () => (await rail()).includes(2)).toBe(false);
  const shown = await rail();
  expect(shown.length).toBe(10);
  expect(shown).not.toContain(1);
  expect(shown).not.toContain(3);
});

test('"Xem thêm" on an article leads to a page that exists, however many are pinned', async ({ request }) => {
  // 21 in the section: a second page, until one of them is pinned and leaves the running order.
  const files = Object.entries(manyArticles(21, 'Đời sống')).map(([name, text]) => [
    `doi-song/${name}`,
    text,
  ]);
  await site.importFiles(
    Object.fromEntries(files.map(([name = '', text = '']) => [name.replace('ban-tin', 'doi-song'), text])),
  );
  const more = async () => {
    const [, last = ''] = /href="(\/[a-z0-9-]+-\d+\.html)"[^>]*>Bản tin thứ 1</.exec(
      await (await request.get(`${site.url}/doi-song`)).text(),
    ) ?? ['', ''];
    const html = await (await request.get(`${site.url}${last}`)).text();
    return /href="([^"]*)"[^>]*data-more/.exec(html)?.[1];
  };
  expect(await more()).toBe('/doi-song/trang/2');
  expect((await request.get(`${site.url}/doi-song/trang/2`)).status()).toBe(200);
  await site.sql(`BEGIN;
    INSERT INTO pin (category_id, slot, article_id)
      SELECT c.id, 1, max(a.id) FROM category c JOIN article a ON a.category_id = c.id WHERE c.path = 'doi-song' GROUP BY c.id;
    INSERT INTO outbox (reason, tags) VALUES ('pin', '{site}'); COMMIT`);
  await expect.poll(more).toBe('/doi-song');
});

test('an imported article is on every page that should show it, while the site runs', async ({ request }) => {
  const title = 'Ổ cứu hộ mèo hoang mở cửa';
  expect(await (await request.get(`${site.url}/`)).text()).not.toContain(title);
  const before = await request.get(`${site.url}/tag/meo-hoang`);
  expect(before.status()).toBe(404);
  await site.importFiles({
    'a.md': articleText({ title, publishedAt: '2026-03-02T08:00:00+07:00', tags: ['mèo hoang'] }),
  });
  for (const path of ['/', '/tin-tuc', '/tag/meo-hoang', '/tim-kiem?q=cuu%20ho']) {
    // A search marks what it found.
    const words = async () =>
      (await (await request.get(`${site.url}${path}`)).text()).replace(/<\/?(mark|span)>/g, '');
    await expect.poll(words, path).toContain(title);
  }
});

test('a withdrawn article answers 410 with a plain notice and is gone from the lists', async ({
  request,
}) => {
  expect((await request.get(`${site.url}/x-5.html`)).status()).toBe(200);
  await site.sql(`BEGIN;
    UPDATE article SET status = 'withdrawn', withdrawn_at = now() WHERE id = 5;
    INSERT INTO outbox (reason, tags) VALUES ('withdraw', '{site}'); COMMIT`);
  await expect.poll(async () => (await request.get(`${site.url}/x-5.html`)).status()).toBe(410);
  const notice = await request.get(`${site.url}/ban-tin-thu-5-5.html`);
  expect(notice.status()).toBe(410);
  expect(await notice.text()).toContain('Bài viết này đã được gỡ');
  expect(ids(await (await request.get(`${site.url}/tin-tuc`)).text())).not.toContain(5);
});

test('the notice of a withdrawn article is valid and accessible', async ({ page }) => {
  const answer = await page.goto(`${site.url}/ban-tin-thu-5-5.html`);
  expect(answer?.status()).toBe(410);
  expect(await htmlProblems((await answer?.text()) ?? '')).toEqual([]);
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await accessProblems(page)).toEqual([]);
    }
  }
});

test('a draft and a scheduled article can’t be read, found or listed', async ({ request }) => {
  await site.sql(`BEGIN;
    UPDATE article SET first_published_at = NULL, last_published_at = NULL, status = 'draft' WHERE id = 6;
    UPDATE article SET first_published_at = NULL, last_published_at = NULL, status = 'scheduled',
      go_live_at = now() + interval '1 day' WHERE id = 7;
    INSERT INTO outbox (reason, tags) VALUES ('unpublish', '{site}'); COMMIT`);
  for (const id of [6, 7]) {
    await expect.poll(async () => (await request.get(`${site.url}/x-${id}.html`)).status()).toBe(404);
    for (const path of ['/', '/tin-tuc', '/tag/ban-tin', '/tim-kiem?q=ban%20tin']) {
      expect(ids(await (await request.get(`${site.url}${path}`)).text()), path).not.toContain(id);
    }
  }
});

test('a moved section and a renamed tag lead on from their old addresses', async ({ request }) => {
  await site.sql(`BEGIN;
    INSERT INTO redirect (from_path, to_path) VALUES ('/tin-cu', '/tin-tuc'), ('/tag/tin-cu', '/tag/ban-tin');
    INSERT INTO outbox (reason, tags) VALUES ('rename', '{missing}'); COMMIT`);
  for (const [from, to] of [
    ['/tin-cu', '/tin-tuc'],
    ['/tag/tin-cu', '/tag/ban-tin'],
  ] as const) {
    const answer = await request.get(`${site.url}${from}`, { maxRedirects: 0 });
    expect([301, 308]).toContain(answer.status());
    expect(answer.headers()['location']).toContain(to);
  }
});
