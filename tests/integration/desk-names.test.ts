import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { editByline } from '#lib/bylines/edit.ts';
import { createByline, mergeBylines, removeByline } from '#lib/bylines/manage.ts';
import { listBylines, suggestBylines } from '#lib/bylines/read.ts';
import { db } from '#lib/db.ts';
import { Conflict, Invalid, Missing, NotAllowed } from '#lib/site/problems.ts';
import { type Actor, roles } from '#lib/staff/types.ts';
import { createTag, editTag, mergeTags, removeTag } from '#lib/tags/manage.ts';
import { listTags, readTag, suggestTags } from '#lib/tags/read.ts';
import { saveTags } from '#lib/tags/save.ts';
import { closeTopic } from '#lib/topics/close.ts';
import { createTopic, editTopic, removeTopic } from '#lib/topics/manage.ts';
import { findTopics, listTopics, listTopicsForDesk } from '#lib/topics/read.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { lastAnnounced, lastDeed, makeActor, makeArticle, redirects } from '#tests/support/desk.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let desk: Actor;
let categoryId: number;
const now = new Date('2026-11-22T10:00:00+07:00');

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  await db()
    .$executeRaw`TRUNCATE category, article, tag, topic, byline, staff, redirect, outbox, audit_entry CASCADE`;
  desk = await makeActor('managing_editor');
  const category = { name: 'Thời sự', slug: 'thoi-su', path: 'thoi-su' };
  categoryId = (await db().category.create({ data: category })).id;
});

const tag = (name: string, text = '') => createTag(desk, { name, text }, now).then((made) => made.id);

async function rename(id: number, name: string): Promise<unknown> {
  const row = await db().tag.findUniqueOrThrow({ where: { id } });
  const was = { name: row.name, text: row.description };
  return await editTag(desk, { id, name, text: row.description, was }, now);
}

const tagsOf = async (articleId: number) =>
  (
    await db().articleTag.findMany({
      where: { articleId },
      orderBy: { position: 'asc' },
      select: { tag: { select: { name: true } } },
    })
  ).map((row) => row.tag.name);

const searchTextOf = async (id: number) =>
  (await db().article.findUniqueOrThrow({ where: { id } })).searchText;

async function fieldsOf(work: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const error = await work.then(
    () => null,
    (problem: unknown) => problem,
  );
  if (!(error instanceof Invalid)) throw new Error(`was not refused as invalid: ${String(error)}`);
  return error.fields;
}

describe('a tag that is renamed', () => {
  test('has a new address to which the old ones lead, and its articles are found by the new name', async () => {
    const id = await tag('corona');
    const article = await makeArticle({ categoryId, tags: ['corona'] });
    const draft = await makeArticle({ categoryId, tags: ['corona'], status: 'draft' });
    await rename(id, 'Covid');
    await rename(id, 'Dịch bệnh');
    expect(await redirects()).toEqual({ '/tag/corona': '/tag/dich-benh', '/tag/covid': '/tag/dich-benh' });
    expect(await tagsOf(article)).toEqual(['Dịch bệnh']);
    expect((await searchTextOf(article)).split('\n')).toContain('dich benh');
    expect(await searchTextOf(draft)).not.toContain('corona');
    expect(await lastAnnounced()).toEqual(
      expect.arrayContaining([`tag:${id}`, `article:${article}`, 'missing']),
    );
    expect(await lastAnnounced()).not.toContain(`article:${draft}`);
    expect(await lastDeed()).toMatchObject({
      action: 'tag.edit',
      subjectId: id,
      details: { before: { name: 'Covid' }, after: { name: 'Dịch bệnh', slug: 'dich-benh' } },
    });
  });

  test('in its marks or capitals only keeps its address', async () => {
    const id = await tag('ha noi');
    await rename(id, 'Hà Nội');
    expect(await readTag(desk, id)).toMatchObject({ name: 'Hà Nội', href: '/tag/ha-noi' });
    expect(await redirects()).toEqual({});
  });

  test('is found by its old name in an article that was opened before', async () => {
    const id = await tag('corona');
    await rename(id, 'Covid');
    expect(await db().$transaction((tx) => saveTags(tx, ['Corona', 'covid']))).toEqual([id]);
    expect(await db().tag.count()).toBe(1);
  });

  test('can’t take the name of another, in whatever capitals', async () => {
    const id = await tag('corona');
    await tag('Covid');
    expect((await fieldsOf(rename(id, 'COVID')))['name']).toContain('Gộp');
    expect((await fieldsOf(tag('covid')))['name']).toContain('Đã có thẻ “Covid”');
  });

  test('to letters that another has with other marks gets a number in its address', async () => {
    await tag('Hà Nội');
    const id = await tag('Hạ Nội');
    expect(await readTag(desk, id)).toMatchObject({ href: '/tag/ha-noi-2' });
  });

  test('by two people from the same form: the second is told', async () => {
    const id = await tag('corona');
    const was = { name: 'corona', text: '' };
    const done = await Promise.allSettled(
      ['Covid', 'Dịch bệnh'].map((name) => editTag(desk, { id, name, text: '', was }, now)),
    );
    expect(done.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(Conflict);
  });
});

describe('tags that are merged', () => {
  test('stand once in each article, where the first of them stood, and lead to the one that stays', async () => {
    const [a, b, c] = [await tag('TPHCM'), await tag('Sài Gòn', 'Thành phố.'), await tag('TP.HCM')];
    const first = await makeArticle({ categoryId, tags: ['TPHCM', 'giao thông', 'Sài Gòn', 'TP.HCM'] });
    const second = await makeArticle({ categoryId, tags: ['giao thông', 'Sài Gòn'] });
    const third = await makeArticle({ categoryId, tags: ['giao thông', 'TP.HCM', 'đô thị'] });
    const merged = await mergeTags(desk, { from: [a, b], into: c }, now);
    expect(merged).toEqual({ name: 'TP.HCM', articles: 2 });
    expect(await tagsOf(first)).toEqual(['TP.HCM', 'giao thông']);
    expect(await tagsOf(second)).toEqual(['giao thông', 'TP.HCM']);
    expect(await tagsOf(third)).toEqual(['giao thông', 'TP.HCM', 'đô thị']);
    expect(await redirects()).toEqual({ '/tag/tphcm': '/tag/tp-hcm', '/tag/sai-gon': '/tag/tp-hcm' });
    expect(await readTag(desk, c)).toMatchObject({ text: 'Thành phố.', uses: 3 });
    expect(await readTag(desk, a)).toBeNull();
    expect((await searchTextOf(second)).split('\n')).toContain('tp.hcm');
    expect(await lastAnnounced()).toEqual(
      expect.arrayContaining([`tag:${a}`, `tag:${b}`, `tag:${c}`, `article:${first}`, 'missing']),
    );
    expect(await lastDeed()).toMatchObject({ action: 'tag.merge', subjectId: c });
  });

  test('one after another lead to the last in one step, by address and by name', async () => {
    const [a, b, c] = [await tag('một'), await tag('hai'), await tag('ba')];
    await mergeTags(desk, { from: [a], into: b }, now);
    await mergeTags(desk, { from: [b], into: c }, now);
    expect(await redirects()).toEqual({ '/tag/mot': '/tag/ba', '/tag/hai': '/tag/ba' });
    expect(await db().$transaction((tx) => saveTags(tx, ['một', 'hai']))).toEqual([c]);
  });

  test('into each other at the same moment: the second is told that one is gone', async () => {
    const [a, b] = [await tag('một'), await tag('hai')];
    await makeArticle({ categoryId, tags: ['một', 'hai'] });
    const done = await Promise.allSettled([
      mergeTags(desk, { from: [a], into: b }, now),
      mergeTags(desk, { from: [b], into: a }, now),
    ]);
    expect(done.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(Missing);
    expect(await db().tag.count()).toBe(1);
  });

  test('while articles are saved with them: each ends with the one that stays', async () => {
    const [a, b] = [await tag('một'), await tag('hai')];
    const save = () => makeArticle({ categoryId, tags: ['một', 'hai'] });
    const [, ...articles] = await Promise.all([
      mergeTags(desk, { from: [a], into: b }, now),
      ...Array.from({ length: 6 }, save),
    ]);
    for (const article of articles) expect(await tagsOf(article)).toEqual(['hai']);
  });

  test('can’t be put into themselves', async () => {
    const a = await tag('một');
    expect(await fieldsOf(mergeTags(desk, { from: [a], into: a }, now))).toHaveProperty('into');
  });
});

describe('a tag that is deleted', () => {
  test('and unused, is gone with all that led to it', async () => {
    const id = await tag('corona');
    await rename(id, 'Covid');
    await removeTag(desk, { id, into: null }, now);
    expect(await redirects()).toEqual({});
    expect(await lastDeed()).toMatchObject({ action: 'tag.delete', details: { name: 'Covid' } });
  });

  test('needs another in its place while articles have it', async () => {
    const [id, other] = [await tag('corona'), await tag('Covid')];
    const article = await makeArticle({ categoryId, tags: ['corona'] });
    expect((await fieldsOf(removeTag(desk, { id, into: null }, now)))['into']).toContain('1 bài');
    await removeTag(desk, { id, into: other }, now);
    expect(await tagsOf(article)).toEqual(['Covid']);
    expect(await redirects()).toEqual({ '/tag/corona': '/tag/covid' });
  });
});

test('a tag that is typed into an article takes no address that leads elsewhere; one made at the desk does', async () => {
  const id = await tag('Hà Nội');
  await rename(id, 'Thủ đô');
  await db().$transaction((tx) => saveTags(tx, ['Hạ Nội']));
  expect(await db().tag.findUnique({ where: { slug: 'ha-noi-2' } })).toMatchObject({ name: 'Hạ Nội' });
  expect(await redirects()).toEqual({ '/tag/ha-noi': '/tag/thu-do' });
  await tag('Hà Nội');
  expect(await redirects()).toEqual({});
  expect(await db().$transaction((tx) => saveTags(tx, ['hà nội']))).not.toEqual([id]);
});

describe('suggestions', () => {
  test('leave marks and capitals aside; the marks that were typed come first, then the most used', async () => {
    for (const name of [
      'Tham Nhung',
      'phòng chống tham nhũng',
      'tham nhũng',
      'thăm hỏi',
      'thám hiểm',
      'khác',
    ]) {
      await tag(name);
    }
    await makeArticle({ categoryId, tags: ['thăm hỏi'] });
    await makeArticle({ categoryId, tags: ['thăm hỏi', 'phòng chống tham nhũng'] });
    const names = async (query: string) => (await suggestTags(desk, query)).map((one) => one.name);
    expect(await names('tham nhung')).toEqual(['Tham Nhung', 'phòng chống tham nhũng', 'tham nhũng']);
    expect(await names('THAM NHŨNG')).toEqual(['tham nhũng', 'phòng chống tham nhũng', 'Tham Nhung']);
    expect((await names('thá'))[0]).toBe('thám hiểm');
    expect(await names('nhung tham')).toHaveLength(3);
    expect((await suggestTags(desk, 'thăm'))[0]).toMatchObject({ name: 'thăm hỏi', uses: 2 });
    expect(await names('  ')).toEqual([]);
    expect(await names("%'); --")).toEqual([]);
  });

  test('of bylines begin with the person’s own', async () => {
    const reporter = await makeActor('reporter');
    await db().byline.createMany({
      data: [
        { name: 'Lê An', slug: 'le-an', staffId: reporter.id },
        { name: 'Trần Bình', slug: 'tran-binh' },
      ],
    });
    expect((await suggestBylines(reporter, '')).map((one) => one.name)).toEqual(['Lê An']);
    expect((await suggestBylines(reporter, 'tran')).map((one) => one.name)).toEqual(['Trần Bình']);
  });

  test('of running stories leave the closed ones out', async () => {
    const [open, closed] = await Promise.all(
      ['Cầu mới', 'Cầu cũ'].map((name) => createTopic(desk, { name, text: '' }, now)),
    );
    await closeTopic(desk, { id: closed?.id ?? 0, closed: true }, now);
    expect((await listTopics(desk, 'cau')).map((one) => one.id)).toEqual([open?.id]);
    expect((await listTopics(desk, '')).map((one) => one.id)).toEqual([open?.id]);
    expect(await findTopics(desk, 'cau')).toHaveLength(2);
    await closeTopic(desk, { id: closed?.id ?? 0, closed: false }, now);
    expect(await listTopics(desk, 'cau')).toHaveLength(2);
    expect(await lastDeed()).toMatchObject({ action: 'topic.reopen' });
  });
});

test('the list finds without marks, counts articles and is ordered by letters or by use', async () => {
  for (const name of ['đô thị', 'du lịch', 'Đà Nẵng']) await tag(name);
  await makeArticle({ categoryId, tags: ['du lịch'], status: 'draft' });
  const names = async (query: string, order: 'ten' | 'nhieu-bai' | 'it-bai' = 'ten', page = 1) =>
    (await listTags(desk, { query, order, page })).rows.map((row) => row.name);
  expect(await names('')).toEqual(['Đà Nẵng', 'đô thị', 'du lịch']);
  expect(await names('', 'nhieu-bai')).toEqual(['du lịch', 'Đà Nẵng', 'đô thị']);
  expect(await names('do thi')).toEqual(['đô thị']);
  expect(await names('', 'ten', 9)).toHaveLength(3);
  expect((await listTags(desk, { query: 'du', order: 'ten', page: 1 })).rows[0]).toMatchObject({ uses: 1 });
});

describe('a running story', () => {
  test('is renamed and deleted with a place for its articles, those being written too', async () => {
    const [id, other] = [
      (await createTopic(desk, { name: 'Cầu mới', text: '' }, now)).id,
      (await createTopic(desk, { name: 'Đường mới', text: '' }, now)).id,
    ];
    const article = await makeArticle({ categoryId, topicId: id });
    await db().workingCopy.create({ data: { articleId: article, content: { topicId: id, categoryId } } });
    const was = { name: 'Cầu mới', text: '' };
    await editTopic(desk, { id, name: 'Cầu Vạn Chài', text: 'Từ khởi công.', was }, now);
    expect(await lastAnnounced()).toContain(`article:${article}`);
    expect((await fieldsOf(removeTopic(desk, { id, into: null }, now)))['into']).toContain('1 bài');
    await removeTopic(desk, { id, into: other }, now);
    expect((await db().article.findUniqueOrThrow({ where: { id: article } })).topicId).toBe(other);
    expect((await db().workingCopy.findFirstOrThrow()).content).toEqual({ topicId: other, categoryId });
    expect(await redirects()).toEqual({
      '/chu-de/cau-moi': '/chu-de/duong-moi',
      '/chu-de/cau-van-chai': '/chu-de/duong-moi',
    });
    const list = await listTopicsForDesk(desk, { query: '', order: 'ten', page: 1 });
    expect(list.rows).toMatchObject([{ name: 'Đường mới', uses: 1, closedAt: null }]);
  });
});

describe('a byline', () => {
  const edit = (id: number, changes: object) => {
    const was = { name: 'Lê An', text: '', staffId: null, picture: '' };
    return editByline(desk, { id, ...was, ...changes, was }, now);
  };

  test('is signed by a member of staff, and refuses a picture or person that is not there', async () => {
    const { id } = await createByline(desk, { name: 'Lê An', text: '' }, now);
    expect(await fieldsOf(edit(id, { staffId: 999_999 }))).toHaveProperty('staffId');
    expect(await fieldsOf(edit(id, { picture: '0123456789abcdef01234567' }))).toHaveProperty('picture');
    await edit(id, { name: 'Lê Thu An', text: 'Phóng viên.', staffId: desk.id });
    expect((await listBylines(desk, { query: 'an', order: 'ten', page: 1 })).rows).toMatchObject([
      { name: 'Lê Thu An', staffName: desk.name, href: '/tac-gia/le-thu-an' },
    ]);
    await expect(edit(id, { name: 'Khác' })).rejects.toThrow(Conflict);
  });

  test('is merged and deleted with a place, and keeps who signs with it', async () => {
    const [a, b, c] = [
      (await createByline(desk, { name: 'Lê An', text: '' }, now)).id,
      (await createByline(desk, { name: 'L. An', text: '' }, now)).id,
      (await createByline(desk, { name: 'Trần Bình', text: '' }, now)).id,
    ];
    await edit(a, { staffId: desk.id });
    const article = await makeArticle({ categoryId, bylines: ['Trần Bình', 'Lê An', 'L. An'] });
    await mergeBylines(desk, { from: [a], into: b }, now);
    expect(await db().byline.findUnique({ where: { id: b } })).toMatchObject({ staffId: desk.id });
    expect(await fieldsOf(removeByline(desk, { id: b, into: null }, now))).toHaveProperty('into');
    await removeByline(desk, { id: b, into: c }, now);
    const left = await db().articleByline.findMany({
      where: { articleId: article },
      omit: { publishedAt: true },
    });
    expect(left).toEqual([{ articleId: article, bylineId: c, position: 0 }]);
    expect(await redirects()).toEqual({
      '/tac-gia/le-an': '/tac-gia/tran-binh',
      '/tac-gia/l-an': '/tac-gia/tran-binh',
    });
  });
});

test.each(roles)('who may: %s', async (role) => {
  const actor = await makeActor(role);
  const may = role !== 'reporter' && role !== 'editor';
  const name = { name: 'Mới', text: '' };
  const work: (() => Promise<unknown>)[] = [
    () => createTag(actor, name, now),
    () => createTopic(actor, name, now),
    () => createByline(actor, name, now),
    () => listTags(actor, { query: '', order: 'ten', page: 1 }),
    () => findTopics(actor, 'x'),
    () => listBylines(actor, { query: '', order: 'ten', page: 1 }),
  ];
  const gone: (() => Promise<unknown>)[] = [
    () => editTag(actor, { id: 999_999, ...name, was: name }, now),
    () => mergeTags(actor, { from: [999_999], into: 999_998 }, now),
    () => removeTag(actor, { id: 999_999, into: null }, now),
    () => closeTopic(actor, { id: 999_999, closed: true }, now),
    () => editTopic(actor, { id: 999_999, ...name, was: name }, now),
    () => removeTopic(actor, { id: 999_999, into: null }, now),
    () => mergeBylines(actor, { from: [999_999], into: 999_998 }, now),
    () => removeByline(actor, { id: 999_999, into: null }, now),
  ];
  const outcome = (one: () => Promise<unknown>) =>
    one().then(
      () => null,
      (problem: unknown) => problem,
    );
  for (const one of work) {
    const problem = await outcome(one);
    if (may) expect(problem).toBeNull();
    else expect(problem).toBeInstanceOf(NotAllowed);
  }
  for (const one of gone) expect(await outcome(one)).toBeInstanceOf(may ? Missing : NotAllowed);
  // Whoever writes is helped with names.
  await expect(suggestTags(actor, 'mới')).resolves.toHaveLength(may ? 1 : 0);
});
