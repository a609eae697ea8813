import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleContent } from '#lib/articles/content.ts';
import { db } from '#lib/db.ts';
import { answerFeed, answerPaperFeed } from '#lib/feeds/answer.ts';
import { changeSettings } from '#lib/settings/change.ts';
import { samplePaper } from '#lib/settings/sample-paper.ts';
import type { Actor } from '#lib/staff/types.ts';
import { makeActor, makeArticle, makeSection } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let chief: Actor;
let top: number;
let child: number;

beforeAll(async () => {
  database = await freshDatabase();
  process.env['SITE_URL'] = 'https://baomochai.example';
  chief = await makeActor('editor_in_chief');
  top = await makeSection('Thời sự');
  child = await makeSection('Thời sự', 'Giao thông');
});
afterAll(async () => await database.close());
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE article, tag, topic, byline, redirect, paper_settings CASCADE`;
});

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 3, minute));
let minute = 0;
const published = async (content: Partial<ArticleContent> = {}) =>
  await makeArticle({ status: 'published', at: at(minute++), content: { categoryId: top, ...content } });

interface Item {
  id: string;
  url: string;
  title: string;
  content_text?: string;
  content_html?: string;
}
const idOf = ({ id }: Item) => Number(id.split('/').at(-1));
async function itemsOf(answer: Response): Promise<Item[]> {
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { items: Item[] }).items;
}
const feed = async (path: string) => await answerFeed(path.split('/'));
const idsOf = async (path: string) => (await itemsOf(await feed(path))).map(idOf);

test('a section’s feed has its own articles and its children’s, newest first; a child’s only its own', async () => {
  const first = await published();
  const second = await published({ categoryId: child });
  const third = await published();
  await makeArticle({ status: 'draft', content: { categoryId: top } });
  await makeArticle({ status: 'withdrawn', content: { categoryId: top } });
  await makeArticle({ status: 'scheduled', content: { categoryId: top } });
  expect(await idsOf('thoi-su.json')).toEqual([third, second, first]);
  expect(await idsOf('thoi-su/giao-thong.json')).toEqual([second]);
});

test('the paper’s feed has the fifty newest', async () => {
  const ids: number[] = [];
  for (let i = 0; i < 52; i++) ids.unshift(await published());
  expect((await itemsOf(await answerPaperFeed('json'))).map(idOf)).toEqual(ids.slice(0, 50));
});

test('tags, running stories and authors have feeds of their own', async () => {
  const topic = await db().topic.create({ data: { name: 'Cầu Văn Chài', slug: 'cau-van-chai' } });
  const id = await published({ tags: ['giao thông'], topicId: topic.id, bylines: ['Lê Thu Hạnh'] });
  await published({ tags: ['khác'] });
  for (const path of ['tag/giao-thong', 'chu-de/cau-van-chai', 'tac-gia/le-thu-hanh']) {
    expect(await idsOf(`${path}.json`), path).toEqual([id]);
    const xml = await (await feed(`${path}.xml`)).text();
    expect(xml).toContain(`<link>https://baomochai.example/${path}</link>`);
    expect(xml).toContain(`href="https://baomochai.example/rss/${path}.xml" rel="self"`);
  }
});

test('what readers can’t open has no feed', async () => {
  await makeArticle({ status: 'draft', content: { categoryId: top, tags: ['chưa ai thấy'] } });
  for (const path of [
    'tag/chua-ai-thay.xml',
    'khong-co.xml',
    'thoi-su',
    'thoi-su.atom',
    'a/b/c.xml',
    '.xml',
    'tag.xml',
  ]) {
    expect((await feed(path)).status, path).toBe(404);
  }
});

test('the feed of what was renamed is found under its old address', async () => {
  await db().redirect.create({ data: { fromPath: '/tag/cu', toPath: '/tag/moi' } });
  const answer = await feed('tag/cu.json');
  expect(answer.status).toBe(308);
  expect(answer.headers.get('location')).toBe('https://baomochai.example/rss/tag/moi.json');
});

describe('what an item says', () => {
  const content: Partial<ArticleContent> = {
    title: 'Cầu "Văn Chài" & phà <mới>',
    sapo: 'Sáng nay 5 < 7.',
    agency: 'NBMH',
    tags: ['giao thông'],
    bylines: ['Lê Thu Hạnh'],
    body: [{ type: 'paragraph', line: [{ text: 'Xem ' }, { text: 'bảng giá', href: '/kinh-te' }] }],
  };

  test('headline, sapo with its agency, author, section and tags; dates as each format wants them', async () => {
    const id = await published(content);
    const article = await db().article.findUniqueOrThrow({ where: { id } });
    const xml = await (await answerPaperFeed('xml')).text();
    expect(xml).toContain('<title>Cầu &quot;Văn Chài&quot; &amp; phà &lt;mới&gt;</title>');
    expect(xml).toContain('<description>NBMH - Sáng nay 5 &lt; 7.</description>');
    expect(xml).toContain('<dc:creator>Lê Thu Hạnh</dc:creator>');
    expect(xml).toContain('<category>Thời sự</category><category>giao thông</category>');
    expect(xml).toContain(`<pubDate>${article.firstPublishedAt?.toUTCString()}</pubDate>`);
    expect(xml).toContain(`<guid isPermaLink="false">baomochai.example/${id}</guid>`);
    const [item] = await itemsOf(await answerPaperFeed('json'));
    expect(item).toMatchObject({
      url: `https://baomochai.example/${article.slug}-${id}.html`,
      title: content.title,
      content_text: 'NBMH - Sáng nay 5 < 7.',
      authors: [{ name: 'Lê Thu Hạnh', url: 'https://baomochai.example/tac-gia/le-thu-hanh' }],
      tags: ['Thời sự', 'giao thông'],
    });
    expect(item).not.toHaveProperty('content_html');
  });

  test('the whole text where the settings give it, with whole addresses', async () => {
    await published(content);
    const settings = { ...samplePaper, feeds: { fullText: true } };
    await changeSettings(chief, { version: 0, settings }, new Date());
    const [item] = await itemsOf(await answerPaperFeed('json'));
    expect(item?.content_html).toBe('<p>Xem <a href="https://baomochai.example/kinh-te">bảng giá</a></p>');
    expect(await (await answerPaperFeed('xml')).text()).toContain('<content:encoded>&lt;p&gt;Xem ');
    const [told] = await db().outbox.findMany({ where: { reason: 'settings.change' } });
    expect(told?.tags).toEqual(['paper']);
  });
});

test('a feed carries the tags of what it shows', async () => {
  const id = await published();
  const tags = (await feed('thoi-su.xml')).headers.get('cache-tag')?.split(',');
  expect(tags).toEqual(
    expect.arrayContaining(['site', 'paper', `category:${top}`, `category:${child}`, `article:${id}`]),
  );
});
