import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publishArticle, withdrawArticle } from '#lib/articles/publishing.ts';
import { db } from '#lib/db.ts';
import { answerSitemap, answerSitemapIndex } from '#lib/sitemaps/answer.ts';
import { listMonths, monthSitemap } from '#lib/sitemaps/months.ts';
import { listNamedParts, namedSitemap } from '#lib/sitemaps/named.ts';
import { countNews, newsSitemap } from '#lib/sitemaps/news.ts';
import type { Actor } from '#lib/staff/types.ts';
import { makeActor, makeArticle, makeSection } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let chief: Actor;
let section: number;

beforeAll(async () => {
  database = await freshDatabase();
  process.env['SITE_URL'] = 'https://baomochai.example';
  chief = await makeActor('editor_in_chief');
  section = await makeSection('Thời sự');
});
afterAll(async () => await database.close());
beforeEach(async () => {
  await db().article.deleteMany();
  await db().$executeRaw`TRUNCATE article_tag, tag, outbox RESTART IDENTITY CASCADE`;
});

const now = new Date('2026-11-22T10:00:00+07:00');
const hours = (count: number) => new Date(now.getTime() - count * 60 * 60 * 1000);
const published = async (at: Date, tags: string[] = []) =>
  await makeArticle({ status: 'published', at, content: { categoryId: section, tags } });
const withdraw = async (id: number, at = now) => {
  const { version } = await db().article.findUniqueOrThrow({ where: { id } });
  await withdrawArticle(chief, { id, version, reason: 'Sai nguồn tin.' }, at);
};

const numbers = (xml: string) =>
  [...xml.matchAll(/<loc>[^<]*-(\d+)\.html<\/loc>/g)].map(([, id]) => Number(id));
async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
}
const monthOf = async (month: string, part = 1, size?: number) =>
  await textOf(monthSitemap({ month, part }, size));

test('a month has the articles first published in it, as the day is in Viet Nam, and no others', async () => {
  const first = await published(new Date('2026-10-31T17:00:00Z'));
  const last = await published(new Date('2026-11-30T16:59:59Z'));
  const before = await published(new Date('2026-10-31T16:59:59Z'));
  const gone = await published(new Date('2026-11-05T00:00:00Z'));
  await withdraw(gone);
  await makeArticle({ status: 'draft' });
  await makeArticle({
    status: 'scheduled',
    at: new Date('2026-11-25T00:00:00Z'),
    content: { categoryId: section },
  });
  expect(numbers(await monthOf('2026-11'))).toEqual([first, last]);
  expect(numbers(await monthOf('2026-10'))).toEqual([before]);
  expect(await monthOf('2026-09')).toBe('');
});

test('lastmod is when readers got the article as it is now', async () => {
  const id = await published(new Date('2026-11-05T08:00:00+07:00'));
  await db().article.update({
    where: { id },
    data: { lastPublishedAt: new Date('2026-11-06T09:30:00+07:00') },
  });
  expect(await monthOf('2026-11')).toContain('<lastmod>2026-11-06T09:30:00+07:00</lastmod>');
});

test('a month beyond what one file holds is cut, complete, and nobody changes files', async () => {
  const ids: number[] = [];
  for (let day = 1; day <= 7; day++) ids.push(await published(new Date(Date.UTC(2026, 10, day))));
  const files = async () =>
    await Promise.all([1, 2, 3].map(async (part) => numbers(await monthOf('2026-11', part, 3))));
  expect(await files()).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)]);
  expect(await listMonths(3)).toMatchObject([{ month: '2026-11', parts: 3 }]);
  await withdraw(ids[0] ?? 0);
  const newest = await published(new Date(Date.UTC(2026, 10, 8)));
  expect(await files()).toEqual([ids.slice(1, 3), ids.slice(3, 6), [...ids.slice(6), newest]]);
});

test('two articles of one moment both come, on whichever side of a cut', async () => {
  const at = new Date(Date.UTC(2026, 10, 3));
  const ids = [await published(at), await published(at), await published(at), await published(at)];
  const parts = [await monthOf('2026-11', 1, 2), await monthOf('2026-11', 2, 2)];
  expect(parts.flatMap(numbers)).toEqual(ids);
});

test('the index knows the months and when each last changed, withdrawals too', async () => {
  const old = await published(new Date('2025-03-05T00:00:00Z'));
  await published(new Date('2026-11-05T00:00:00Z'));
  const before = await listMonths();
  expect(before.map(({ month }) => month)).toEqual(['2026-11', '2025-03']);
  await withdraw(old);
  const after = await listMonths();
  expect(after.map(({ month }) => month)).toEqual(['2026-11']);
  expect(after[0]?.changedAt).toEqual(before[0]?.changedAt);
});

test('saving a draft or a working copy changes no month', async () => {
  const id = await published(new Date('2026-11-05T00:00:00Z'));
  const before = await listMonths();
  await db().article.update({ where: { id }, data: { version: 2, searchText: 'khác' } });
  await makeArticle({ status: 'draft' });
  expect(await listMonths()).toEqual(before);
});

test('the counts of the months are those of the articles, whatever was done to them', async () => {
  const ids = [];
  for (let i = 0; i < 6; i++) ids.push(await published(new Date(Date.UTC(2026, i, 1))));
  await db().article.updateMany({
    where: { id: { in: ids.slice(0, 3) } },
    data: {
      firstPublishedAt: new Date('2026-09-01T00:00:00Z'),
      lastPublishedAt: new Date('2026-09-02T00:00:00Z'),
    },
  });
  await withdraw(ids[4] ?? 0);
  await db().article.delete({ where: { id: ids[5] ?? 0 } });
  const counted = await db().$queryRaw`
    SELECT sitemap_month_of(first_published_at) AS month, count(*)::int AS articles,
      (count(*) FILTER (WHERE status = 'published'))::int AS readable
    FROM article WHERE first_published_at IS NOT NULL GROUP BY 1 ORDER BY 1`;
  const kept = await db().$queryRaw`
    SELECT month, articles, readable FROM sitemap_month WHERE articles > 0 ORDER BY month`;
  expect(kept).toEqual(counted);
});

test('news are those of the last 48 hours, newest first, all of them however many', async () => {
  const ids: number[] = [];
  for (const ago of [1, 2, 3, 47, 48]) ids.push(await published(hours(ago)));
  await published(hours(48.01));
  await withdraw(await published(hours(5)));
  const news = await newsSitemap(now);
  expect(numbers(news?.xml ?? '')).toEqual(ids);
  expect(news?.expires).toEqual(now);
  const files = await Promise.all([1, 2, 3].map((part) => newsSitemap(now, part, 2)));
  expect(files.flatMap((file) => numbers(file?.xml ?? ''))).toEqual(ids);
  expect(await newsSitemap(now, 4, 2)).toBeNull();
  expect((await countNews(now, 2)).parts).toBe(3);
});

test('a day without news still answers with a sitemap that has an address', async () => {
  const news = await newsSitemap(now);
  expect(news?.xml).toContain('<loc>https://baomochai.example/</loc>');
  expect(news?.xml).not.toContain('<news:news>');
});

test('tags are listed that readers can open, each in the file of its number', async () => {
  await published(hours(1), ['sông Trầm', 'cầu']);
  await makeArticle({ status: 'draft', content: { tags: ['chưa ai thấy'] } });
  await published(hours(1), ['biển']);
  const all = await textOf(namedSitemap('tag', 1));
  for (const slug of ['song-tram', 'cau', 'bien']) expect(all).toContain(`/tag/${slug}</loc>`);
  expect(all).not.toContain('chua-ai-thay');
  const parts = async (size: number) =>
    (await listNamedParts(size)).filter(({ kind }) => kind === 'tag').map(({ part }) => part);
  expect(await parts(1)).toEqual([1, 2, 4]);
  expect(await parts(2)).toEqual([1, 2]);
  expect(await textOf(namedSitemap('tag', 2, 2))).toContain('/tag/bien</loc>');
});

test('every sitemap that the index names is there, and what it does not name is not', async () => {
  await published(hours(1), ['cầu']);
  await published(new Date('2025-03-05T00:00:00Z'));
  const index = await (await answerSitemapIndex(now)).text();
  const files = [...index.matchAll(/<loc>https:\/\/baomochai\.example\/sitemaps\/([^<]+)<\/loc>/g)].map(
    ([, file = '']) => file,
  );
  expect(files).toEqual(['news.xml', 'chuyen-muc.xml', 'tag.xml', '2026-11.xml', '2025-03.xml']);
  for (const file of files) expect((await answerSitemap(file, now)).status, file).toBe(200);
  for (const file of [
    '2024-01.xml',
    'news-1.xml',
    'news-2.xml',
    '2026-13.xml',
    'chu-de.xml',
    'tag-2.xml',
    'x.xml',
    'tag',
    '',
  ]) {
    expect((await answerSitemap(file, now)).status, file).toBe(404);
  }
});

test('publishing and withdrawing expire what lists the article, the month’s sitemap among it', async () => {
  const id = await makeArticle({ status: 'edited', content: { categoryId: section } });
  const { version } = await db().article.findUniqueOrThrow({ where: { id } });
  await publishArticle(chief, { id, version }, now);
  await withdraw(id);
  const told = (await db().outbox.findMany()).map(({ tags }) => new Set(tags));
  const month = (await answerSitemap('2026-11.xml', now)).headers.get('cache-tag');
  expect(month).toContain('month:2026-11');
  expect(told).toHaveLength(2);
  for (const tags of told) expect([...tags]).toEqual(expect.arrayContaining(['month:2026-11', 'newest']));
});
