import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleContent } from '#lib/articles/content.ts';
import { beginArticle, openArticle, saveDraft } from '#lib/articles/drafts.ts';
import { publishArticle, updateArticle, withdrawArticle } from '#lib/articles/publishing.ts';
import { db } from '#lib/db.ts';
import { settleMostRead } from '#lib/most-read/settle.ts';
import { isoWithOffset } from '#lib/site/dates.ts';
import type { Actor } from '#lib/staff/types.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { Draw } from '#tests/support/random.ts';
import { startSite } from '#tests/support/server.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';

// The newsroom changes articles at random; after every change each page that the site keeps must be the page that a
// site without a memory makes.

let database: Awaited<ReturnType<typeof freshDatabase>>;
type Site = Awaited<ReturnType<typeof startSite>>;
let keeping: Site;
let forgetting: Site;
let chief: Actor;

const names = {
  sections: ['Thời sự', 'Kinh tế', 'Văn hóa'],
  tags: ['mưa lũ', 'giá vàng', 'lễ hội', 'cầu Mành'],
  bylines: ['Lê Vân', 'Trần Hòa'],
};

beforeAll(async () => {
  database = await freshDatabase();
  const staff = await db().staff.create({
    data: { name: 'Tổng biên tập', email: 'tbt@bao.example', role: 'editor_in_chief' },
  });
  chief = { id: staff.id, name: staff.name, email: staff.email, role: 'editor_in_chief', categoryIds: [] };
  for (const [position, name] of names.sections.entries()) {
    const slug = ['thoi-su', 'kinh-te', 'van-hoa'][position] ?? '';
    await db().category.create({ data: { name, slug, path: slug, position } });
  }
  await db().topic.create({ data: { name: 'Mùa bão', slug: 'mua-bao' } });
  // More than a rail holds; and without a first article the site would load the sample newspaper.
  const draw = new Draw(1);
  for (let n = 0; n < 13; n++) await publishOne(draw);
  const options = { databaseUrl: database.url };
  // Pages name their own address, so both have the same.
  const env = (folder: string) => ({ DATA_DIR: makeTempFolder(folder), SITE_URL: 'http://bao.example' });
  keeping = await startSite({ ...options, env: env('keeping') });
  forgetting = await startSite({ ...options, env: { ...env('forgetting'), PAGE_CACHE: 'off' } });
}, 300_000);
afterAll(async () => {
  await keeping.stop();
  await forgetting.stop();
  await database.close();
});

async function randomContent(draw: Draw, before: ArticleContent): Promise<ArticleContent> {
  const categories = await db().category.findMany({ select: { id: true } });
  const topic = await db().topic.findFirstOrThrow();
  const others = await db().article.findMany({ where: { status: 'published' }, select: { id: true } });
  const words = 'sông cầu chợ phố mưa nắng đêm hội thuyền bến'.split(' ');
  const text = (count: number) => Array.from({ length: count }, () => draw.one(words)).join(' ');
  const keep = draw.next() < 0.4;
  return {
    ...before,
    title: keep && before.title ? before.title : `Bản tin ${text(5)} ${Math.floor(draw.next() * 1e6)}`,
    sapo: keep && before.sapo ? before.sapo : `Sapo ${text(8)}.`,
    categoryId: keep && before.categoryId ? before.categoryId : draw.one(categories).id,
    topicId: draw.next() < 0.3 ? topic.id : null,
    tags: draw.some(names.tags),
    bylines: draw.some(names.bylines),
    picks: draw
      .some(
        others.map((other) => other.id),
        0.2,
      )
      .slice(0, 5),
    body: [{ type: 'paragraph', line: [{ text: text(20) }] }],
  };
}

async function write(draw: Draw, id: number): Promise<{ id: number; version: number }> {
  const { article, content } = await openArticle(chief, id);
  const saved = await saveDraft(
    chief,
    { id, baseVersion: article.version, content: await randomContent(draw, content), reason: 'save' },
    new Date(),
  );
  return { id, version: saved.version };
}

async function publishOne(draw: Draw): Promise<void> {
  const { id } = await beginArticle(chief, {}, new Date());
  await publishArticle(chief, await write(draw, id), new Date());
}

/** Readers come, and the lists "Đọc nhiều" are made anew. */
async function readSome(draw: Draw, articles: { id: number }[]): Promise<void> {
  const now = new Date();
  for (const { id } of articles) {
    const reads = 3 + Math.floor(draw.next() * 50);
    const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
    await db().articleReads.create({ data: { hour, articleId: id, reads } });
  }
  await settleMostRead('day', now);
  await settleMostRead('week', now);
}

async function changeOne(draw: Draw): Promise<string> {
  const articles = await db().article.findMany({ select: { id: true, status: true, version: true } });
  const published = articles.filter((article) => article.status === 'published');
  const withdrawn = articles.filter((article) => article.status === 'withdrawn');
  const choice = draw.next();
  if (choice < 0.12) {
    await db().articleReads.deleteMany();
    await readSome(draw, draw.some(published, 0.7));
    return 'read';
  }
  if (choice < 0.4 || published.length < 3) {
    await publishOne(draw);
    return 'publish';
  }
  if (choice < 0.75) {
    await updateArticle(chief, await write(draw, draw.one(published).id), new Date());
    return 'update';
  }
  if (choice < 0.9 || withdrawn.length === 0) {
    await withdrawArticle(chief, { ...draw.one(published), reason: 'Thử gỡ.' }, new Date());
    return 'withdraw';
  }
  await publishArticle(chief, draw.one(withdrawn), new Date());
  return 'publish again';
}

async function addresses(): Promise<string[]> {
  const articles = await db().article.findMany({ select: { id: true, slug: true } });
  const [tags, bylines] = [await db().tag.findMany(), await db().byline.findMany()];
  const month = isoWithOffset(new Date()).slice(0, 7);
  return [
    '/rss.xml',
    '/rss.json',
    '/rss/thoi-su.xml',
    '/rss/chu-de/mua-bao.xml',
    '/rss/tag/chua-ai-dung.xml',
    '/sitemap.xml',
    ...['news', 'chuyen-muc', 'tag', 'chu-de', 'tac-gia', month].map((name) => `/sitemaps/${name}.xml`),
    '/',
    '/thoi-su',
    '/kinh-te',
    '/van-hoa',
    '/chu-de/mua-bao',
    '/tim-kiem?q=song',
    '/tag/chua-ai-dung',
    ...articles.map(({ id, slug }) => `/${slug}-${id}.html`),
    ...tags.flatMap(({ slug }) => [`/tag/${slug}`, `/rss/tag/${slug}.xml`]),
    ...bylines.flatMap(({ slug }) => [`/tac-gia/${slug}`, `/rss/tac-gia/${slug}.json`]),
  ];
}

async function read(site: Site, path: string): Promise<string> {
  const answer = await fetch(site.url + path, { redirect: 'manual' });
  const text = await answer.text();
  return `${answer.status} ${answer.headers.get('location') ?? ''}\n${text.replaceAll('><', '>\n<')}`;
}

/** Until the keeping site has heard of the newest change. */
async function untilHeard(): Promise<void> {
  const { id } = await db().outbox.findFirstOrThrow({ orderBy: { id: 'desc' } });
  await expect
    .poll(
      async () => (await (await fetch(`${keeping.url}/api/metrics`)).text()).includes(`last_change ${id}\n`),
      {
        timeout: 10_000,
        interval: 20,
      },
    )
    .toBe(true);
}

test('whatever the newsroom does, no page that is kept differs from one made afresh', async () => {
  const seed = Number(process.env['TEST_SEED'] ?? Date.now() % 1_000_000);
  const draw = new Draw(seed);
  const done: string[] = [];
  for (let round = 0; round < 18; round++) {
    // The site has every page in memory when the change comes.
    const before = await addresses();
    for (const path of before) await read(keeping, path);
    done.push(await changeOne(draw));
    await untilHeard();
    for (const path of [...new Set([...before, ...(await addresses())])]) {
      const told = `seed ${seed}, after ${done.join(', ')}: ${path}`;
      expect(await read(keeping, path), told).toBe(await read(forgetting, path));
    }
  }
}, 300_000);
