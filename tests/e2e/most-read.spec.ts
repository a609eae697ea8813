import { expect, type Page } from '@playwright/test';
import pg from 'pg';
import { test } from '#tests/support/browser.ts';
import { accessProblems, htmlProblems } from '#tests/support/page-checks.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';

let site: SmallSite;
test.beforeAll(async () => {
  site = await startSmallSite(manyArticles(40));
});
test.afterAll(async () => {
  await site.stop();
});
test.describe.configure({ mode: 'serial' });
// By its own name Chromium is a robot here.
test.use({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36' });

async function readsOf(id: number): Promise<number> {
  const client = new pg.Client({ connectionString: site.databaseUrl });
  await client.connect();
  try {
    const asked = 'SELECT coalesce(sum(reads), 0)::int AS reads FROM article_reads WHERE article_id = $1';
    const { rows } = await client.query<{ reads: number }>(asked, [id]);
    return rows[0]?.reads ?? -1;
  } finally {
    await client.end();
  }
}

/** What the page tells, from here on. */
function listen(page: Page): string[] {
  const told: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/luot-doc')) told.push(request.postData() ?? '');
  });
  return told;
}

const minute = 60_000;

test('a page that is on the screen for a while is told as read, once; a glance and a hidden tab are not', async ({
  page,
}) => {
  await page.clock.install();
  // As a tab in the background says it.
  await page.addInitScript(() => {
    const shown = { now: location.hash === '#an' ? 'hidden' : 'visible' };
    Object.defineProperty(document, 'visibilityState', { get: () => shown.now });
    Object.assign(window, {
      show: () => {
        shown.now = 'visible';
        document.dispatchEvent(new Event('visibilitychange'));
      },
    });
  });
  const told = listen(page);
  await page.goto(`${site.url}/x-1.html`);
  await page.clock.runFor(1000);
  expect(told).toEqual([]);
  await page.clock.runFor(minute);
  await expect.poll(() => told).toEqual(['{"id":1}']);
  await expect.poll(() => readsOf(1)).toBe(1);
  // The same reader again, and a front page, which is no article.
  await page.reload();
  await page.clock.runFor(minute);
  await page.goto(`${site.url}/`);
  await page.clock.runFor(minute);
  expect(told).toEqual(['{"id":1}']);
  await page.goto(`${site.url}/x-2.html#an`);
  await page.clock.runFor(minute);
  expect(told).toEqual(['{"id":1}']);
  await page.evaluate('show()');
  await page.clock.runFor(minute);
  await expect.poll(() => told).toEqual(['{"id":1}', '{"id":2}']);
});

test('a page made ahead is not read until somebody comes to it', async ({ page }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    const state = { ahead: true };
    Object.defineProperty(document, 'prerendering', { get: () => state.ahead });
    Object.assign(window, {
      come: () => {
        state.ahead = false;
        document.dispatchEvent(new Event('prerenderingchange'));
      },
    });
  });
  const told = listen(page);
  await page.goto(`${site.url}/x-3.html`);
  await page.clock.runFor(minute);
  expect(told).toEqual([]);
  await page.evaluate('come()');
  await page.clock.runFor(minute);
  await expect.poll(() => told).toEqual(['{"id":3}']);
});

test('"Đọc nhiều" stands on the front page, on sections and beside articles; what is withdrawn leaves it at once', async ({
  page,
  request,
}) => {
  await site.sql(`BEGIN;
    INSERT INTO most_read SELECT span, category, ids FROM (VALUES
      ('day', 0, ARRAY[7, 5, 9, 30, 31, 32]), ('week', 0, ARRAY[7, 20, 21, 22])) AS list (span, category, ids);
    INSERT INTO most_read SELECT 'week', id, ARRAY[1, 25, 26, 27, 28] FROM category WHERE path = 'tin-tuc';
    INSERT INTO outbox (reason, tags) SELECT 'most-read', ARRAY['most-read:day:0', 'most-read:week:0', 'most-read:week:' || id]
      FROM category WHERE path = 'tin-tuc'; COMMIT`);
  const headlines = async (path: string) => {
    const html = await (await request.get(site.url + path)).text();
    const [, part = ''] = html.split('id="doc-nhieu"');
    return [...(part.split('</section>')[0]?.matchAll(/-(\d+)\.html"/g) ?? [])].map((match) =>
      Number(match[1]),
    );
  };
  await expect.poll(() => headlines('/')).toEqual([7, 5, 9, 30, 31, 20, 21, 22]);
  await expect.poll(() => headlines('/tin-tuc')).toEqual([1, 25, 26, 27, 28]);
  // Not the article itself, and nothing that stands in its rail.
  await expect.poll(() => headlines('/x-1.html')).toEqual([25, 26, 27, 28]);
  await site.sql(`BEGIN;
    UPDATE article SET status = 'withdrawn', withdrawn_at = now() WHERE id IN (5, 26);
    INSERT INTO outbox (reason, tags) VALUES ('article.withdraw', '{article:5,article:26}'); COMMIT`);
  await expect.poll(() => headlines('/')).toEqual([7, 9, 30, 31, 32, 20, 21, 22]);
  await expect.poll(() => headlines('/tin-tuc')).toEqual([1, 25, 27, 28]);
  for (const path of ['/', '/tin-tuc', '/x-1.html']) {
    const answer = await page.goto(site.url + path);
    expect(await accessProblems(page), path).toEqual([]);
    expect(await htmlProblems((await answer?.text()) ?? ''), path).toEqual([]);
  }
});
