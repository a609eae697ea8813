import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishArticle, updateArticle, withdrawArticle } from '#lib/articles/publishing.ts';
import { indexWaiting } from '#lib/articles/search-index.ts';
import { db } from '#lib/db.ts';
import { mergeNamed } from '#lib/named/merge.ts';
import { search } from '#lib/search/search.ts';
import { suggestPhrases } from '#lib/search/suggest-phrases.ts';
import { readSearchAddress, type SearchAddress } from '#lib/site/search-address.ts';
import { tagKind } from '#lib/tags/kind.ts';
import {
  changeSettings,
  makeActor,
  makeArticle,
  makeSection,
  seen,
  type,
  writeArticle,
} from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => await database.close());
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE article, search_entry, search_word, search_waiting, tag, byline CASCADE`;
});

const now = new Date('2026-11-22T12:00:00+07:00');
const bare = readSearchAddress(new URLSearchParams());
const find = async (text: string, changes: Partial<SearchAddress> = {}, page = 1) =>
  await search({ ...bare, text, ...changes }, page, now);

/** The headlines of what is found, in their order. */
async function titles(text: string, changes: Partial<SearchAddress> = {}): Promise<string[]> {
  const page = await find(text, changes);
  return (page?.articles ?? []).map(({ card }) => card.title);
}

interface Said {
  title?: string;
  sapo?: string;
  body?: string;
  tags?: string[];
  bylines?: string[];
  at?: Date;
  section?: number | null;
}

let section: number;
beforeAll(async () => {
  section = await makeSection('Thời sự');
});

/** A published article that says this and nothing else. */
async function say({ title = 'Bài', sapo = 'Lời dẫn.', body = 'Thân.', ...said }: Said): Promise<number> {
  return await makeArticle({
    status: 'published',
    ...(said.at ? { at: said.at } : {}),
    content: {
      title,
      sapo,
      tags: said.tags ?? [],
      bylines: said.bylines ?? [],
      categoryId: said.section ?? section,
      body: [{ type: 'paragraph', line: [{ text: body }] }],
    },
  });
}

describe('finds', () => {
  test('words of headline, sapo, body, tags and bylines, with or without marks, however composed', async () => {
    await say({ title: 'Đèn lồng' });
    await say({ title: 'Hai', sapo: 'Kể chuyện đèn lồng.' });
    await say({ title: 'Ba', body: 'Dưới ánh đèn lồng.' });
    await say({ title: 'Bốn', tags: ['đèn lồng'] });
    await say({ title: 'Năm', bylines: ['Đèn Lồng'] });
    for (const typed of ['đèn lồng', 'den long', 'ĐÈN LỒNG', 'đèn lồng'.normalize('NFD'), 'Đen lồng']) {
      expect((await titles(typed)).sort(), typed).toEqual(['Ba', 'Bốn', 'Hai', 'Năm', 'Đèn lồng']);
    }
  });

  test('captions and credits, of the cover and in the body', async () => {
    const id = await say({ title: 'Ảnh' });
    await db().article.update({
      where: { id },
      data: { coverCaption: 'Ghe bầu cập bến.', coverCredit: 'Tư Hò' },
    });
    await db().searchWaiting.create({ data: { articleId: id } });
    await indexWaiting(10);
    expect(await titles('ghe bầu')).toEqual(['Ảnh']);
    expect(await titles('tu ho')).toEqual(['Ảnh']);
  });

  test('both ways of placing a tone', async () => {
    await say({ title: 'Hoà bình ở Thuý Sơn' });
    await say({ title: 'Hòa bình ở Thúy Sơn' });
    expect(await titles('hoà thuý')).toHaveLength(2);
    expect(await titles('hòa thúy')).toHaveLength(2);
  });

  test('only what readers have', async () => {
    for (const status of ['draft', 'submitted', 'edited', 'scheduled', 'withdrawn'] as const) {
      await makeArticle({ status, content: { title: `Tin ${status}`, categoryId: section } });
    }
    expect(await titles('tin')).toEqual([]);
  });
});

describe('puts first', () => {
  test('the marks that were typed, other marks under a heading of their own', async () => {
    await say({ title: 'Người bạn cũ' });
    await say({ title: 'Một câu chuyện', body: 'Cái bàn gỗ.' });
    const page = await find('bàn');
    expect(page?.articles.map(({ card, closeness }) => [card.title, closeness])).toEqual([
      ['Một câu chuyện', 'all'],
      ['Người bạn cũ', 'otherMarks'],
    ]);
    expect(page?.total).toBe(1);
    expect(await titles('ban')).toHaveLength(2);
  });

  test('words beside each other before words apart', async () => {
    await say({
      title: 'Một',
      body: 'Hòa nhạc mở màn, ban nhạc chơi bài của năm mới, kết thúc trong yên bình.',
    });
    await say({ title: 'Hai', body: 'Năm mới, ban nhạc mong hòa bình, kết thúc trong yên vui.' });
    expect(await titles('hòa bình')).toEqual(['Hai', 'Một']);
  });

  test('a headline before a sapo before a body', async () => {
    await say({ title: 'Thân', body: 'Cây đa.' });
    await say({ title: 'Sapo', sapo: 'Cây đa.' });
    await say({ title: 'Cây đa' });
    expect(await titles('cây đa')).toEqual(['Cây đa', 'Sapo', 'Thân']);
  });

  test('of equals the newest; and the newest of all where that is asked for', async () => {
    const day = (n: number) => new Date(Date.UTC(2026, 9, n));
    await say({ title: 'Lũ về, cũ', at: day(1) });
    await say({ title: 'Lũ về, mới', at: day(20) });
    await say({ title: 'Khác', body: 'Lũ về.', at: day(25) });
    expect(await titles('lũ về')).toEqual(['Lũ về, mới', 'Lũ về, cũ', 'Khác']);
    expect(await titles('lũ về', { order: 'newest' })).toEqual(['Khác', 'Lũ về, mới', 'Lũ về, cũ']);
  });

  test('all of the words; articles with some of them follow', async () => {
    await say({ title: 'Cầu phao bắc qua sông' });
    await say({ title: 'Cầu phao trong kho' });
    await say({ title: 'Chuyện khác' });
    const page = await find('cầu phao sông');
    expect(page?.articles.map(({ card, closeness }) => [card.title, closeness])).toEqual([
      ['Cầu phao bắc qua sông', 'all'],
      ['Cầu phao trong kho', 'some'],
    ]);
  });
});

test('what stands in quotes must follow each other', async () => {
  await say({ title: 'Bên sông Trầm' });
  await say({ title: 'Trầm ngâm bên sông' });
  expect(await titles('"sông Trầm"')).toEqual(['Bên sông Trầm']);
  expect(await titles('sông Trầm')).toEqual(['Bên sông Trầm', 'Trầm ngâm bên sông']);
});

test('is narrowed to a section and its children, to days in Viet Nam, to an author', async () => {
  const child = await makeSection('Thời sự', 'Đô thị');
  const other = await makeSection('Thể thao');
  await say({
    title: 'Mưa một',
    section: child,
    bylines: ['Lê An'],
    at: new Date('2026-11-01T00:00:00+07:00'),
  });
  await say({ title: 'Mưa hai', section: other, at: new Date('2026-11-01T23:59:59+07:00') });
  await say({ title: 'Mưa ba', bylines: ['Lê An'], at: new Date('2026-11-02T00:00:00+07:00') });
  const narrowed = async (changes: Partial<SearchAddress>) => (await titles('mưa', changes)).sort();
  expect(await narrowed({ section: 'thoi-su' })).toEqual(['Mưa ba', 'Mưa một']);
  expect(await narrowed({ section: 'thoi-su/do-thi' })).toEqual(['Mưa một']);
  expect(await narrowed({ from: '2026-11-01', to: '2026-11-01' })).toEqual(['Mưa hai', 'Mưa một']);
  expect(await narrowed({ from: '2026-11-02' })).toEqual(['Mưa ba']);
  expect(await narrowed({ author: 'lê an' })).toEqual(['Mưa ba', 'Mưa một']);
  expect(await narrowed({ author: 'le-an', section: 'thoi-su/do-thi' })).toEqual(['Mưa một']);
  // Without words it is a list; what does not exist narrows nothing.
  expect(await titles('', { author: 'Lê An' })).toEqual(['Mưa ba', 'Mưa một']);
  expect(await narrowed({ author: 'Không Ai' })).toHaveLength(3);
  expect((await find('mưa', { author: 'Không Ai' }))?.author).toBe(null);
});

test('shows what was found: in the headline, and around the words in the body', async () => {
  const body = `${'Mở đầu dài. '.repeat(40)}Chiếc ghe bầu nằm dưới rặng dừa. ${'Kết thúc dài. '.repeat(40)}`;
  await say({ title: 'Một chiếc ghe', body });
  const [found] = (await find('ghe bau'))?.articles ?? [];
  const marked = (pieces: { text: string; isHit: boolean }[] = []) =>
    pieces.filter((one) => one.isHit).map((one) => one.text);
  expect(marked(found?.title)).toEqual(['ghe']);
  expect(marked(found?.excerpt)).toEqual(['ghe bầu']);
  expect(found?.excerpt.map(({ text }) => text).join('')).toMatch(/^… .*Chiếc ghe bầu nằm.* …$/);
});

describe('another query is offered', () => {
  beforeEach(async () => {
    await say({ title: 'Cầu Vạn Chài thông xe' });
    await say({ title: 'Nguyễn Hòa Bình kể chuyện làng' });
  });

  test.each([
    ['cầu vạn chìa', 'cầu vạn chài'],
    ['cau van chaii', 'cầu vạn chài'],
    ['nguyen hoa bnih', 'nguyễn hòa bình'],
    ['nguyeenx hoaf binhf', 'nguyễn hòa bình'],
  ])('for %s: %s', async (typed, meant) => {
    expect((await find(typed))?.meant).toBe(meant);
  });

  test.each(['cầu vạn chài', 'zzzz', 'nguyen hoa binh'])('not for %s', async (typed) => {
    expect((await find(typed))?.meant).toBe(null);
  });
});

test('nothing found offers the newest', async () => {
  await say({ title: 'Tin mới' });
  expect(await find('zzzz')).toMatchObject({
    articles: [],
    total: 0,
    pages: 1,
    newest: [{ title: 'Tin mới' }],
  });
});

test('pages go on without a gap, and end', async () => {
  const days = (n: number) => new Date(now.getTime() - n * 24 * 60 * 60 * 1000);
  for (let n = 0; n < 45; n++) await say({ title: `Số ${n}`, at: days(n) });
  const pages = [await find('số', {}, 1), await find('số', {}, 2), await find('số', {}, 3)];
  expect(pages.map((page) => page?.articles.length)).toEqual([20, 20, 5]);
  expect(pages.map((page) => [page?.total, page?.pages])).toEqual(Array(3).fill([45, 3]));
  expect(new Set(pages.flatMap((page) => page?.articles.map(({ card }) => card.id))).size).toBe(45);
  expect(await find('số', {}, 4)).toBe(null);
});

describe('follows the newsroom', () => {
  test('an article is found from its publication to its withdrawal, with the text that readers have', async () => {
    await changeSettings({ selfApproval: 'always' });
    const editor = await makeActor('editor_in_chief');
    const { id } = await writeArticle(editor, {
      title: 'Trăng lên',
      categoryId: section,
      bylines: ['Lê An'],
    });
    expect(await titles('trăng')).toEqual([]);
    await publishArticle(editor, await seen(id), now);
    expect(await titles('trăng')).toEqual(['Trăng lên']);
    await type(editor, id, { title: 'Nắng lên', categoryId: section, bylines: ['Lê An'] });
    expect(await titles('nắng')).toEqual([]);
    await updateArticle(editor, await seen(id), now);
    expect(await titles('trăng')).toEqual([]);
    expect(await titles('nắng')).toEqual(['Nắng lên']);
    await withdrawArticle(editor, { ...(await seen(id)), reason: 'Sai nguồn tin.' }, now);
    expect(await titles('nắng')).toEqual([]);
    // And leaves nothing behind in the vocabulary.
    expect(await db().searchWord.count()).toBe(0);
  });

  test('names that are merged', async () => {
    const editor = await makeActor('editor_in_chief');
    await say({ title: 'Bài', tags: ['kênh rạch'] });
    await say({ title: 'Khác', tags: ['sông nước'] });
    const id = async (name: string) => (await db().tag.findUniqueOrThrow({ where: { name } })).id;
    await mergeNamed(tagKind, editor, { from: [await id('kênh rạch')], into: await id('sông nước') }, now);
    expect(await indexWaiting(10)).toBe(1);
    expect(await indexWaiting(10)).toBe(0);
    expect((await titles('sông nước')).sort()).toEqual(['Bài', 'Khác']);
    expect(await titles('kênh rạch')).toEqual([]);
  });
});

test('suggestions are the paper’s own words, those with the typed marks first', async () => {
  for (let n = 0; n < 3; n++) await say({ title: `Hòa bình ${n}`, tags: ['cầu Vạn Chài'] });
  await say({ title: 'Hoa ban nở', tags: ['hoa ban Tây Bắc'] });
  expect(await suggestPhrases('hoa b')).toEqual(['hòa bình', 'hoa ban tây bắc']);
  expect(await suggestPhrases('hòa b')).toEqual(['hòa bình']);
  expect(await suggestPhrases('van ch')).toEqual(['vạn chài']);
  // No beginnings of a name that always goes on.
  expect(await suggestPhrases('cau v')).toEqual(['cầu vạn chài']);
  expect(await suggestPhrases('bên cầu vạn ch')).toEqual(['bên cầu vạn chài']);
  expect(await suggestPhrases('zzzz')).toEqual([]);
});

/** What nobody means well with, or what a cat typed. */
const anyText = [
  '',
  ' ',
  '"',
  '"""""',
  '“chưa đóng',
  'a & b | !c <-> (d:*',
  "'; DROP TABLE article; --",
  "' OR 1=1 --",
  '%',
  '%%%_',
  '\\',
  '\0',
  'a\0b',
  '\ud800',
  '💥💥💥',
  '́́́',
  '\u202e\u200f',
  '(a+)+$',
  `${'a'.repeat(50)}!`.repeat(20),
  'x'.repeat(10_000),
  'ạ '.repeat(5000),
  'và của là',
  '-1',
  '1/0',
  '$1 $x {{y}}',
  '<script>alert(1)</script>',
  Array.from({ length: 100 }, (_, n) => `"từ ${n}"`).join(' '),
];

test.each(anyText)('any text may be asked for: %j', async (text) => {
  await say({ title: 'Một bài' });
  const typed = readSearchAddress(new URLSearchParams({ q: text })).text;
  for (const asked of [text, typed]) {
    const page = await search({ ...bare, text: asked, author: asked || null }, 1, now);
    if (asked !== '') expect(page).toMatchObject({ page: 1, pages: 1 });
  }
  expect(Array.isArray(await suggestPhrases(text))).toBe(true);
});
