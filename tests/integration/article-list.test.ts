import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAuthors } from '#lib/articles/list-authors.ts';
import { readListQuery } from '#lib/articles/list-query.ts';
import { listForStaff, listPageSize } from '#lib/articles/staff-list.ts';
import type { Status } from '#lib/articles/types.ts';
import { db } from '#lib/db.ts';
import type { Actor } from '#lib/staff/types.ts';
import { makeActor, makeArticle, makeSection, type } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';

// The newsroom's list, asked as its address asks it.

let database: Awaited<ReturnType<typeof freshDatabase>>;
let chief: Actor;
let editor: Actor;
let reporter: Actor;
let news: number;
let city: number;
let sport: number;

interface Row {
  title: string;
  by: Actor;
  categoryId: number | null;
  status?: Status;
  at?: string;
  changed: string;
  bylines?: string[];
  line?: string;
}

beforeAll(async () => {
  database = await freshDatabase();
  news = await makeSection('Thời sự');
  city = await makeSection('Thời sự', 'Đô thị');
  sport = await makeSection('Thể thao');
  chief = await makeActor('editor_in_chief');
  editor = await makeActor('editor', ['thoi-su']);
  reporter = await makeActor('reporter', ['the-thao']);
  const rows: Row[] = [
    {
      title: 'Cầu Vạn Chài thông xe',
      by: editor,
      categoryId: news,
      status: 'published',
      at: '2026-11-01T23:30:00+07:00',
      changed: '2026-11-05T08:00:00+07:00',
      bylines: ['Lê Thu Hành'],
    },
    {
      title: 'Ngập ở Đô thị mới',
      by: editor,
      categoryId: city,
      status: 'submitted',
      changed: '2026-11-06T08:00:00+07:00',
    },
    {
      title: 'Đội bơi Sông Trầm phá kỷ lục',
      by: reporter,
      categoryId: sport,
      changed: '2026-11-07T08:00:00+07:00',
      line: 'Huấn luyện viên nhắc đến covid-19.',
    },
    {
      title: 'Giải bóng đá xe buýt',
      by: chief,
      categoryId: sport,
      status: 'edited',
      changed: '2026-11-08T23:59:59+07:00',
    },
    { title: '', by: chief, categoryId: null, changed: '2026-11-09T00:00:00+07:00' },
  ];
  for (const { title, by, categoryId, status, at, changed, bylines = [], line = 'Một đoạn.' } of rows) {
    const body = [{ type: 'paragraph' as const, line: [{ text: line }] }];
    const content = { title, categoryId, bylines, body, sapo: 'Tóm tắt.', tags: [] };
    const id = await makeArticle({ by, content, ...(status && { status }), ...(at && { at: new Date(at) }) });
    await db().article.update({ where: { id }, data: { updatedAt: new Date(changed) } });
  }
});
afterAll(() => database.close());

async function titles(actor: Actor, params: Record<string, string> = {}): Promise<string[]> {
  const { articles, total } = await listForStaff(actor, readListQuery(params));
  expect(total).toBe(articles.length);
  return articles.map((article) => article.title.split(' ')[0] ?? '');
}

test('those changed last stand first', async () => {
  expect(await titles(chief)).toEqual(['', 'Giải', 'Đội', 'Ngập', 'Cầu']);
});

test('everybody sees what they may read: chiefs all, editors their sections and their own, reporters their own', async () => {
  expect(await titles(editor)).toEqual(['Ngập', 'Cầu']);
  expect(await titles(reporter)).toEqual(['Đội']);
  const other = await makeActor('reporter', ['thoi-su']);
  expect(await titles(other)).toEqual([]);
});

describe('narrowed', () => {
  test('by status', async () => {
    expect(await titles(chief, { trangthai: 'submitted' })).toEqual(['Ngập']);
  });

  test('by section, with what is under it', async () => {
    expect(await titles(chief, { chuyenmuc: String(news) })).toEqual(['Ngập', 'Cầu']);
    expect(await titles(chief, { chuyenmuc: String(city) })).toEqual(['Ngập']);
    // Another's section shows no more than one may see.
    expect(await titles(reporter, { chuyenmuc: String(news) })).toEqual([]);
  });

  test('by who began it, and by who signed it', async () => {
    const byline = await db().byline.findFirstOrThrow({ where: { name: 'Lê Thu Hành' } });
    expect(await titles(chief, { tacgia: `nv-${editor.id}` })).toEqual(['Ngập', 'Cầu']);
    expect(await titles(chief, { tacgia: `bd-${byline.id}` })).toEqual(['Cầu']);
    expect(await titles(reporter, { tacgia: `nv-${editor.id}` })).toEqual([]);
  });

  test('by the day of the last change, both days whole and Viet Nam’s', async () => {
    expect(await titles(chief, { tu: '2026-11-06', den: '2026-11-08' })).toEqual(['Giải', 'Đội', 'Ngập']);
    expect(await titles(chief, { tu: '2026-11-09' })).toEqual(['']);
    expect(await titles(chief, { den: '2026-11-05' })).toEqual(['Cầu']);
  });

  test('by the day of publication', async () => {
    expect(await titles(chief, { ngay: 'dang', tu: '2026-11-01', den: '2026-11-01' })).toEqual(['Cầu']);
    expect(await titles(chief, { ngay: 'dang', tu: '2026-11-02' })).toEqual([]);
  });

  test('by several at once', async () => {
    expect(await titles(chief, { chuyenmuc: String(sport), trangthai: 'edited', tim: 'xe' })).toEqual([
      'Giải',
    ]);
  });

  test('by nothing where the address makes no sense', async () => {
    const nonsense = {
      trangthai: 'x',
      chuyenmuc: '-1',
      tacgia: 'nv-',
      tu: '31/12',
      den: '2026-02-31',
      ngay: '?',
    };
    expect((await titles(chief, nonsense)).length).toBe(5);
  });
});

describe('words', () => {
  test.each([
    ['with their marks', 'Vạn Chài'],
    ['without', 'van chai'],
    ['in capitals', 'VAN CHAI'],
    ['in any order', 'chai van'],
    ['with the last only begun', 'vạn ch'],
  ])('are found in headlines %s', async (_, tim) => {
    expect(await titles(chief, { tim })).toEqual(['Cầu']);
  });

  test('are whole words, but for the last', async () => {
    // "xe" is in "thông xe" and "xe buýt"; "e" begins no word of a headline, and stands alone in no text.
    expect(await titles(chief, { tim: 'xe' })).toEqual(['Giải', 'Cầu']);
    expect(await titles(chief, { tim: 'e' })).toEqual([]);
    expect(await titles(chief, { tim: 'ai van' })).toEqual([]);
  });

  test('that no headline has are looked for in the text', async () => {
    const { articles, inText } = await listForStaff(chief, readListQuery({ tim: 'covid-19' }));
    expect(articles.map((article) => article.title)).toEqual(['Đội bơi Sông Trầm phá kỷ lục']);
    expect(inText).toBe(true);
    expect(await titles(editor, { tim: 'covid-19' })).toEqual([]);
  });

  test('can be looked for in the text at once', async () => {
    expect(await titles(chief, { tim: 'một đoạn', trong: 'bai' })).toEqual(['', 'Giải', 'Ngập', 'Cầu']);
  });

  test('are no pattern and no command', async () => {
    expect(await titles(chief, { tim: '%' })).toHaveLength(5);
    expect(await titles(chief, { tim: "x' OR '1'='1 & | !" })).toEqual([]);
    expect(await titles(chief, { tim: '_ạn chài' })).toEqual([]);
  });

  test('are those of the headline as it is now', async () => {
    const id = await makeArticle({ by: chief, content: { title: 'Tiêu đề cũ kỹ', categoryId: news } });
    await type(chief, id, { title: 'Tiêu đề hiện thời', categoryId: news });
    expect(await titles(chief, { tim: 'hien thoi' })).toEqual(['Tiêu']);
    expect(await titles(chief, { tim: 'cu ky' })).toEqual([]);
    await db().article.delete({ where: { id } });
  });
});

test('page after page has every article once; beyond the last is the last', async () => {
  const person = await makeActor('reporter', ['thoi-su']);
  // Saved in one moment, as an import does: the number decides.
  await db().article.createMany({
    data: Array.from({ length: listPageSize * 2 + 7 }, (_, n) => ({
      title: `Bài ${n}`,
      slug: 'bai',
      body: [],
      createdById: person.id,
      updatedAt: new Date('2026-11-10T00:00:00Z'),
    })),
  });
  const pages = [];
  for (const trang of ['1', '2', '3']) pages.push(await listForStaff(person, readListQuery({ trang })));
  expect(pages.map(({ articles, pages: count, total }) => [articles.length, count, total])).toEqual([
    [listPageSize, 3, listPageSize * 2 + 7],
    [listPageSize, 3, listPageSize * 2 + 7],
    [7, 3, listPageSize * 2 + 7],
  ]);
  const ids = pages.flatMap((page) => page.articles.map((article) => article.id));
  expect(new Set(ids).size).toBe(listPageSize * 2 + 7);
  expect(await listForStaff(person, readListQuery({ trang: '99' }))).toEqual(pages[2]);
});

test('a row tells what of the article matters', async () => {
  const id = await makeArticle({
    by: editor,
    status: 'published',
    content: { title: 'Đủ chi tiết', categoryId: city, bylines: ['Một', 'Hai'] },
  });
  await type(chief, id, { title: 'Đang sửa', categoryId: city });
  const { articles } = await listForStaff(chief, readListQuery({ tim: 'đủ chi tiết' }));
  expect(articles[0]).toMatchObject({
    id,
    title: 'Đủ chi tiết',
    status: 'published',
    section: 'Đô thị',
    author: editor.name,
    bylines: ['Một', 'Hai'],
    hasChanges: true,
  });
});

test('authors are offered to those who read other people’s articles', async () => {
  const { staff, bylines } = await listAuthors(chief);
  expect(staff).toContainEqual({ value: `nv-${editor.id}`, name: editor.name });
  expect(bylines.map((byline) => byline.name)).toContain('Lê Thu Hành');
  expect(await listAuthors(reporter)).toEqual({ staff: [], bylines: [] });
});
