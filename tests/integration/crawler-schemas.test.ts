import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleContent } from '#lib/articles/content.ts';
import { db } from '#lib/db.ts';
import { answerFeed, answerPaperFeed } from '#lib/feeds/answer.ts';
import { answerSitemap, answerSitemapIndex } from '#lib/sitemaps/answer.ts';
import { makeArticle, makeSection } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { schemaProblems } from '#tests/support/xml-schemas.ts';

// Whatever stands in a headline or a text, what crawlers get is valid by the published schemas.

const nasty = [
  'Giá xăng & giá điện',
  'a < b, </title>, </script><script>alert(1)</script>',
  ']]> và <![CDATA[',
  '🎉 Hội sách 👨‍👩‍👧‍👦',
  'Chữ \u202Eđảo ngược\u202C và \u200Fdấu\u200E',
  `Từ dài: ${'dài'.repeat(3334)}`,
  '"Trích dẫn" và \'nháy\'',
  'Hai\u2028dòng\u2029khác',
  '\uFFFE\uFFFF không phải chữ',
];
const words = (text: string): Partial<ArticleContent> => ({
  title: text,
  sapo: text,
  agency: text.slice(0, 20),
  tags: [text.slice(0, 60)],
  bylines: [text.slice(0, 60)],
  body: [
    { type: 'paragraph', line: [{ text }, { text: 'liên kết', href: 'https://x.example/?a=1&b="2"' }] },
    { type: 'embed', provider: 'link', href: 'https://x.example/?a=1&b=2', title: text },
  ],
});

let database: Awaited<ReturnType<typeof freshDatabase>>;
const at = new Date(Date.now() - 60_000);

/** As it is in the database: what the newsroom's own doors let through and what an import or a hand brought in. */
beforeAll(async () => {
  database = await freshDatabase();
  process.env['SITE_URL'] = 'https://baomochai.example';
  const section = await makeSection('Thời sự & <giao thông>');
  for (const text of nasty) {
    await makeArticle({ status: 'published', at, content: { ...words(text), categoryId: section } });
  }
  await db().paperSettings.create({
    data: { content: { name: 'Báo & <Mộc> ]]> Hải', feeds: { fullText: true } } },
  });
});
afterAll(async () => await database.close());

const text = async (answer: Response | Promise<Response>): Promise<string> => await (await answer).text();

test('every feed is valid RSS 2.0, and says what was written', async () => {
  const tags = await db().tag.findMany();
  const feeds = [
    await text(answerPaperFeed('xml')),
    ...(await Promise.all(tags.map(({ slug }) => text(answerFeed(['tag', `${slug}.xml`]))))),
  ];
  for (const feed of feeds) expect(await schemaProblems(feed, 'rss')).toEqual([]);
  expect(feeds[0]).toContain('<title>a &lt; b, &lt;/title&gt;, &lt;/script&gt;');
  expect(feeds[0]).toContain('<title>]]&gt; và &lt;![CDATA[</title>');
  expect(feeds[0]).toContain('🎉 Hội sách 👨‍👩‍👧‍👦');
});

test('the JSON feed has what version 1.1 asks for', async () => {
  const feed = JSON.parse(await text(answerPaperFeed('json')));
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Báo & <Mộc> ]]> Hải',
    home_page_url: 'https://baomochai.example/',
    feed_url: 'https://baomochai.example/rss.json',
  });
  expect(feed.items).toHaveLength(nasty.length);
  for (const item of feed.items) {
    expect(item.id).toEqual(expect.any(String));
    expect(URL.canParse(item.url)).toBe(true);
    expect(typeof item.content_html).toBe('string');
    expect(item.date_published).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
    for (const author of item.authors)
      expect(author).toMatchObject({ name: expect.any(String), url: expect.any(String) });
  }
});

test('the index and every sitemap that it names are valid, the news with Google’s own words', async () => {
  const index = await text(answerSitemapIndex(new Date()));
  expect(await schemaProblems(index, 'siteindex')).toEqual([]);
  const files = [...index.matchAll(/\/sitemaps\/([^<]+)<\/loc>/g)].map(([, file = '']) => file);
  expect(files).toEqual(expect.arrayContaining(['news.xml', 'chuyen-muc.xml', 'tag.xml', 'tac-gia.xml']));
  for (const file of files) {
    expect(await schemaProblems(await text(answerSitemap(file, new Date())), 'sitemap'), file).toEqual([]);
  }
  const news = await text(answerSitemap('news.xml', new Date()));
  expect(news.match(/<news:title>/g)).toHaveLength(nasty.length);
});

test('an empty site has valid ones as well', async () => {
  await db().article.deleteMany();
  expect(await schemaProblems(await text(answerPaperFeed('xml')), 'rss')).toEqual([]);
  const index = await text(answerSitemapIndex(new Date()));
  expect(await schemaProblems(index, 'siteindex')).toEqual([]);
  expect(await schemaProblems(await text(answerSitemap('news.xml', new Date())), 'sitemap')).toEqual([]);
});

test('the schemas see what is wrong', async () => {
  const good = await text(answerSitemap('chuyen-muc.xml', new Date()));
  expect(await schemaProblems(good, 'sitemap')).toEqual([]);
  for (const [from, to] of [
    ['<loc>', '<address>'],
    ['</urlset>', '<url><lastmod>2026-11-22</lastmod></url></urlset>'],
    ['</urlset>', '<url><loc>https://x.example/</loc><lastmod>22/11/2026</lastmod></url></urlset>'],
  ] as const) {
    expect((await schemaProblems(good.replace(from, to), 'sitemap')).length).toBeGreaterThan(0);
  }
});
