import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleContent } from '#lib/articles/content.ts';
import { publishArticle, updateArticle, withdrawArticle } from '#lib/articles/publishing.ts';
import { db } from '#lib/db.ts';
import { countTerms, fadeCounts, readCounts } from '#lib/rails/counts.ts';
import { fillRails } from '#lib/rails/fill.ts';
import { shownRelated } from '#lib/rails/rail.ts';
import { settleRail, tryRail } from '#lib/rails/rails.ts';
import type { Actor } from '#lib/staff/types.ts';
import { makeActor, makeArticle, makeSection, seen, type, writeArticle } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let chief: Actor;
let section: number;

beforeAll(async () => {
  database = await freshDatabase();
  chief = await makeActor('editor_in_chief');
  section = await makeSection('Thời sự');
});
afterAll(async () => await database.close());

const text = (words: string): ArticleContent['body'] => [{ type: 'paragraph', line: [{ text: words }] }];

/** Content that says nothing but what is given: syllables that only join are no words. */
function own(changes: Partial<ArticleContent> = {}): Partial<ArticleContent> {
  return { categoryId: section, tags: [], sapo: 'và', body: text('và'), ...changes };
}

async function publish(changes: Partial<ArticleContent>, now = new Date()): Promise<number> {
  const written = await writeArticle(chief, own(changes));
  await publishArticle(chief, written, now);
  return written.id;
}

async function railOf(id: number): Promise<number[] | null> {
  return (await db().articleRail.findUnique({ where: { articleId: id } }))?.relatedIds ?? null;
}

/** The tags that the newest change told the servers. */
async function told(): Promise<string[]> {
  return (await db().outbox.findFirstOrThrow({ orderBy: { id: 'desc' } })).tags;
}

test('publishing finds those that share names and rare words, and comes into their rails', async () => {
  const coral = await publish({ title: 'Ươm san hô ở rạn Hòn Sẻ', sapo: 'Rạn san hô được cấy lại.' });
  const other = await publish({ title: 'Giá lúa mùa nổi tăng', sapo: 'Nông dân gặt lúa mùa nổi.' });
  const again = await publish({ title: 'Thêm hai bãi san hô', sapo: 'Nhóm cấy san hô trở lại rạn Hòn Sẻ.' });
  expect(await railOf(again)).toEqual([coral]);
  // A reader of the older one finds the newer, and its page is made anew; nobody else's is.
  expect(await railOf(coral)).toEqual([again]);
  expect(await railOf(other)).toEqual([]);
  const tags = (await told()).filter((tag) => tag.startsWith('rail:'));
  expect(tags).toEqual([`rail:${coral}`]);
});

test('a running story and a tag relate articles that share no word', async () => {
  const topic = await db().topic.create({ data: { name: 'Mùa bão', slug: 'mua-bao' } });
  const first = await publish({ title: 'Kè sông vỡ', topicId: topic.id });
  const second = await publish({ title: 'Gạo cứu trợ', topicId: topic.id, tags: ['thiện nguyện'] });
  const third = await publish({ title: 'Bếp ăn không đồng', tags: ['thiện nguyện'] });
  expect(await railOf(second)).toContain(first);
  expect(await railOf(third)).toContain(second);
  expect(await railOf(third)).not.toContain(first);
});

test('"Cập nhật" computes the rail anew, and takes the article out of rails where it no longer belongs', async () => {
  const bees = await publish({ title: 'Đàn ong mật vườn nhãn', sapo: 'Ong mật về vườn nhãn.' });
  const chess = await publish({ title: 'Cờ tướng đầu xuân', sapo: 'Kỳ thủ cờ tướng tranh giải.' });
  const moving = await publish({ title: 'Nuôi ong mật', sapo: 'Ong mật cần vườn nhãn.' });
  expect([await railOf(bees), await railOf(chess)]).toEqual([[moving], []]);
  await type(chief, moving, own({ title: 'Giải cờ tướng', sapo: 'Kỳ thủ cờ tướng già nhất.' }));
  await updateArticle(chief, await seen(moving), new Date());
  expect(await railOf(moving)).toEqual([chess]);
  expect([await railOf(bees), await railOf(chess)]).toEqual([[], [moving]]);
  expect(await told()).toEqual(expect.arrayContaining([`rail:${bees}`, `rail:${chess}`]));
  // What it was known by before leads nobody to it.
  const late = await publish({ title: 'Ong mật hanh hao', sapo: 'Vườn nhãn ít ong mật.' });
  expect(await railOf(late)).toEqual([bees]);
  const known = await db().termArticle.findMany({ where: { articleId: moving }, select: { term: true } });
  expect(known.map(({ term }) => term)).not.toContain('ong mât5');
  expect(known.map(({ term }) => term)).toContain('cơ2 tương1');
});

test('a withdrawn article keeps its place but is found by nobody; published again, it is back', async () => {
  const one = await publish({ title: 'Thuyền buồm giấy dó', sapo: 'Giấy dó làm thuyền buồm.' });
  const gone = await publish({ title: 'Xưởng giấy dó', sapo: 'Giấy dó và thuyền buồm.' });
  await withdrawArticle(chief, { ...(await seen(gone)), reason: 'Sai.' }, new Date());
  // Every page that shows it carries this.
  expect(await told()).toContain(`article:${gone}`);
  const later = await publish({ title: 'Quạt giấy dó', sapo: 'Thuyền buồm trên giấy dó.' });
  expect(await railOf(later)).toEqual([one]);
  await publishArticle(chief, await seen(gone), new Date());
  expect(await railOf(gone)).toEqual(expect.arrayContaining([one, later]));
  expect(await railOf(one)).toEqual(expect.arrayContaining([gone, later]));
});

test('articles that go out at the same moment find each other', async () => {
  const written = [];
  for (const n of [1, 2, 3, 4]) {
    written.push(
      await writeArticle(chief, own({ title: `Pháo hoa tầm cao ${n}`, sapo: 'Pháo hoa tầm cao.' })),
    );
  }
  await Promise.all(written.map((one) => publishArticle(chief, one, new Date())));
  for (const { id } of written) {
    const rail = await railOf(id);
    expect(rail).toEqual(expect.arrayContaining(written.map((one) => one.id).filter((one) => one !== id)));
    expect(rail).not.toContain(id);
  }
});

test('rails that are computed at the same moment name each other', async () => {
  const ids: number[] = [];
  for (const n of [1, 2, 3]) {
    const content = own({ title: `Nhã nhạc cung đình ${n}`, sapo: 'Nhã nhạc cung đình.' });
    ids.push(await makeArticle({ status: 'published', content }));
  }
  await Promise.all(ids.map((id) => db().$transaction((tx) => settleRail(tx, id, { count: false }))));
  for (const id of ids) {
    expect(await railOf(id)).toEqual(expect.arrayContaining(ids.filter((one) => one !== id)));
  }
});

test('one publication changes a bounded number of other rails, and a rail keeps a bounded number', async () => {
  for (let n = 0; n < 45; n++) {
    await publish({ title: `Đèn lồng giấy kiếng ${n}`, sapo: 'Đèn lồng giấy kiếng.' });
  }
  const last = await publish({ title: 'Đèn lồng giấy kiếng cuối', sapo: 'Đèn lồng giấy kiếng.' });
  const rails = (await told()).filter((tag) => tag.startsWith('rail:'));
  expect(rails.length).toBeGreaterThan(0);
  expect(rails.length).toBeLessThanOrEqual(2 * 20);
  expect((await railOf(last))?.length).toBe(2 * shownRelated);
});

test('articles that came without a rail get one, the same ones again none; breaking off loses nothing', async () => {
  await fillRails();
  const ids: number[] = [];
  for (let n = 0; n < 25; n++) {
    const content = own({ title: `Lò gạch cũ ${n}`, sapo: 'Lò gạch thủ công.', body: text('Khói lò gạch.') });
    ids.push(await makeArticle({ status: 'published', content }));
  }
  const draft = await makeArticle({ content: own({ title: 'Lò gạch nháp', sapo: 'Lò gạch thủ công.' }) });
  const stopping = new AbortController();
  const first = await fillRails({ signal: stopping.signal, onProgress: () => stopping.abort() });
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(25);
  expect(first + (await fillRails())).toBe(25);
  expect(await fillRails()).toBe(0);
  for (const id of ids) {
    const rail = (await railOf(id)) ?? [];
    expect(rail.slice(0, shownRelated).every((one) => ids.includes(one))).toBe(true);
    expect(rail.length).toBeGreaterThanOrEqual(shownRelated);
    expect(rail).not.toContain(id);
  }
  expect(await railOf(draft)).toBe(null);
  await db().$transaction(async (tx) => expect(await settleRail(tx, draft)).toEqual([]));
});

test('counts fade: the table does not grow with the archive', async () => {
  await db().$transaction(async (tx) => {
    await countTerms(
      tx,
      Array.from({ length: 20_001 }, (_, n) => (n % 2 ? ['often'] : n < 2 ? ['once'] : [])),
    );
    await fadeCounts(tx);
    const { counted, articles } = await readCounts(tx, ['often', 'once']);
    expect(counted).toBeLessThan(11_000);
    expect(articles.get('often')).toBe(5000);
    expect(articles.has('once')).toBe(false);
  });
});

test('what is still being written is shown with its related articles, and nothing of it is kept', async () => {
  const one = await publish({ title: 'Kéo co ngồi', sapo: 'Hội kéo co ngồi.' });
  const draft = {
    id: 0,
    publishedAt: new Date(),
    categoryId: section,
    topCategoryId: section,
    topicId: null,
    tagIds: [],
  };
  const said = { title: 'Tập kéo co ngồi', sapo: '', body: '' };
  expect((await db().$transaction((tx) => tryRail(tx, draft, said)))[0]).toBe(one);
  expect(await railOf(0)).toBe(null);
  expect(await railOf(one)).toEqual([]);
});
