import { expect } from '@playwright/test';
import pg from 'pg';
import { test } from '#tests/support/browser.ts';

// A crawler's walk over the whole sample site: from the front page, over every link, to the end.

interface Page {
  status: number;
  type: string;
  text: string;
  location: string | null;
  /** The page that led here first. */
  from: string;
}

const decode = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'");
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, one = '']) => decode(one));

/** Where a page leads: its links, and what it says of itself in its head. */
function linksOf({ type, text }: Page): string[] {
  if (type.includes('xml')) return all(text, /<loc>([^<]+)<\/loc>/g);
  if (!type.includes('html')) return [];
  return [
    ...all(text, /<a\s[^>]*?href="([^"]*)"/g),
    ...all(text, /<link\s[^>]*?rel="(?:canonical|alternate)"[^>]*?href="([^"]*)"/g),
  ];
}

/** Follows every link within the site, a few at a time. */
async function crawl(origin: string, starts: string[]): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  const waiting = starts.map((address) => ({ address, from: '' }));
  const seen = new Set(starts);
  const visit = async ({ address, from }: { address: string; from: string }) => {
    const answer = await fetch(`${origin}${address}`, { redirect: 'manual' });
    const type = answer.headers.get('content-type') ?? '';
    const location = answer.headers.get('location');
    const page = { status: answer.status, type, text: await answer.text(), location, from };
    pages.set(address, page);
    for (const link of linksOf(page)) {
      const url = new URL(link, `${origin}${address}`);
      const next = `${url.pathname}${url.search}`;
      if (url.origin !== origin || seen.has(next)) continue;
      seen.add(next);
      waiting.push({ address: next, from: address });
    }
  };
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await visit(next);
  };
  // Each round begins with what the last has found.
  while (waiting.length > 0) await Promise.all(Array.from({ length: 6 }, worker));
  return pages;
}

async function ask<T extends object>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function publicArticles(): Promise<string[]> {
  const rows = await ask<{ path: string }>(
    `SELECT '/' || slug || '-' || id || '.html' AS path FROM article WHERE status = 'published'`,
  );
  return rows.map(({ path }) => path);
}

const isList = (path: string) =>
  !path.endsWith('.html') && !path.includes('/trang/') && !path.startsWith('/tim-kiem');

test('every link leads to a page, every article is found, and nothing stands in a sitemap that no page leads to', async ({
  baseURL,
}) => {
  test.setTimeout(180_000);
  const origin = baseURL ?? '';
  const walked = await crawl(origin, ['/']);
  const broken = [...walked]
    .filter(([, { status }]) => status !== 200)
    .map(([address, { status, from, location }]) => `${from} → ${address}: ${status} ${location ?? ''}`);
  expect(broken).toEqual([]);
  const articles = await publicArticles();
  expect(articles.filter((path) => !walked.has(path))).toEqual([]);
  expect(articles.length).toBeGreaterThan(40);

  const listed = await crawl(origin, ['/sitemap.xml']);
  expect([...listed].filter(([, { status }]) => status !== 200).map(([address]) => address)).toEqual([]);
  const inSitemaps = new Set(
    [...listed.values()]
      .filter(({ type }) => type.includes('xml'))
      .flatMap((page) => linksOf(page))
      .map((url) => new URL(url).pathname),
  );
  const pages = [...walked].filter(([, { type }]) => type.includes('html')).map(([address]) => address);
  expect(articles.filter((path) => !inSitemaps.has(path))).toEqual([]);
  expect(pages.filter((path) => isList(path) && !inSitemaps.has(path))).toEqual([]);
  const orphans = [...inSitemaps].filter((path) => !path.startsWith('/sitemaps/') && !walked.has(path));
  expect(orphans).toEqual([]);
});

test('every page says its one address, its language, its feed and what it is', async ({
  baseURL,
  request,
}) => {
  for (const path of [
    '/',
    '/thoi-su',
    '/thoi-su/giao-thong',
    '/thoi-su/trang/2',
    '/tag/giao-thong',
    '/chu-de/cau-van-chai',
    '/tac-gia/le-thu-hanh',
  ]) {
    const answer = await request.get(path);
    if (answer.status() === 404) continue;
    const html = await answer.text();
    expect(html, path).toContain(`<link rel="canonical" href="${baseURL}${path === '/' ? '' : path}"/>`);
    expect(html, path).toMatch(/<link rel="alternate" hrefLang="vi"/i);
    expect(html, path).toContain('max-image-preview:large');
    const feeds = all(
      html,
      /<link rel="alternate" type="application\/(?:rss\+xml|feed\+json)"[^>]*href="([^"]*)"/g,
    );
    expect(feeds, path).toHaveLength(2);
    for (const feed of feeds) expect((await request.get(feed)).status(), feed).toBe(200);
    const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      ([, json = '']) => JSON.parse(json),
    );
    expect(data.length, path).toBeGreaterThan(0);
    for (const one of data)
      expect(one).toMatchObject({ '@context': 'https://schema.org', '@type': expect.anything() });
    for (const name of ['og:title', 'og:url', 'og:image', 'twitter:card'])
      expect(html, `${path} ${name}`).toContain(`"${name}"`);
  }
});

test('an article’s picture comes in the three shapes that its data names', async ({ request }) => {
  const html = await (await request.get('/x-1.html')).text();
  const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json = '']) => JSON.parse(json),
  );
  const article = data.find((one) => one['@type'] === 'NewsArticle');
  expect(article.image).toHaveLength(3);
  for (const { url } of article.image) {
    const picture = await request.get(url);
    expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/jpeg']);
  }
  const focal = article.image[0].url.replace(/-\d+-\d+\.jpg$/, '-1-1.jpg');
  expect((await request.get(focal)).status(), 'nobody has other crops made').toBe(404);
});

test('feeds and sitemaps answer as pages do: GET and HEAD, ETag, 304, compressed', async ({
  baseURL,
  request,
}) => {
  for (const path of [
    '/rss.xml',
    '/rss.json',
    '/rss/thoi-su.xml',
    '/sitemap.xml',
    '/sitemaps/news.xml',
    '/robots.txt',
  ]) {
    const get = await request.get(path);
    expect(get.status(), path).toBe(200);
    const { etag = '', 'last-modified': modified = '' } = get.headers();
    expect((await request.head(path)).headers()['etag'], path).toBe(etag);
    expect((await request.get(path, { headers: { 'If-None-Match': etag } })).status(), path).toBe(304);
    expect((await request.get(path, { headers: { 'If-Modified-Since': modified } })).status(), path).toBe(
      304,
    );
    const plain = await (
      await fetch(`${baseURL}${path}`, { headers: { 'Accept-Encoding': 'identity' } })
    ).text();
    expect(await get.text(), path).toBe(plain);
  }
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
});

test('old addresses of another system lead on in one step, those of pages do not', async ({ request }) => {
  const [article = ''] = await publicArticles();
  await ask(`INSERT INTO redirect (from_path, to_path) VALUES
    ('/Doc.aspx?id=12', '${article}'), ('/cu/Bài viết.aspx', '/thoi-su'), ('/a/b/c/d', '${article}'),
    ('/tag/của báo cũ', '/kinh-te'), ('/bai-cu-987654321.html', '/van-hoa') ON CONFLICT DO NOTHING`);
  const noRedirect = { maxRedirects: 0 };
  for (const [from, to] of [
    ['/Doc.aspx?utm_source=zalo&id=12', article],
    ['/cu/B%C3%A0i%20vi%E1%BA%BFt.aspx', '/thoi-su'],
    ['/a/b/c/d', article],
    ['/tag/c%E1%BB%A7a%20b%C3%A1o%20c%C5%A9', '/kinh-te'],
    ['/bai-cu-987654321.html', '/van-hoa'],
  ] as const) {
    const answer = await request.get(from, noRedirect);
    expect([answer.status(), answer.headers()['location']], from).toEqual([308, to]);
    expect((await request.get(to, noRedirect)).status(), to).toBe(200);
  }
  expect((await request.get('/Doc.aspx?id=13', noRedirect)).status()).toBe(404);
  expect((await request.get('/Doc.aspx', noRedirect)).status()).toBe(404);
});
