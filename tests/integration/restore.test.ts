import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ArticleContent, emptyContent } from '#lib/articles/content.ts';
import { openArticle, saveDraft } from '#lib/articles/drafts.ts';
import { restoreRevision } from '#lib/articles/restore.ts';
import { listRevisions, readRevision } from '#lib/articles/revisions.ts';
import { db } from '#lib/db.ts';
import { Missing, NotAllowed } from '#lib/site/problems.ts';
import type { Actor } from '#lib/staff/types.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeStaff } from '#tests/support/staff.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let lan: Actor;
let minh: Actor;
let id: number;
beforeAll(async () => {
  database = await freshDatabase();
  lan = { ...(await makeStaff('editor_in_chief')), categoryIds: [] };
  minh = { ...(await makeStaff('editor_in_chief')), categoryIds: [] };
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  const row = { title: '', slug: 'x', body: [], createdById: lan.id };
  ({ id } = await db().article.create({ data: row, select: { id: true } }));
});

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute));
const write = (actor: Actor, minute: number, baseVersion: number, rest: Partial<ArticleContent>) =>
  saveDraft(actor, { id, baseVersion, content: { ...emptyContent, ...rest }, reason: 'save' }, at(minute));
const current = async () => (await openArticle(lan, id)).content;
const listed = async (page = 1) => (await listRevisions(lan, { id, page })).revisions;

const key = 'b'.repeat(24);
const addPicture = () =>
  db().picture.create({
    data: {
      key,
      originalName: 'b.jpg',
      originalType: 'image/jpeg',
      originalBytes: 1,
      width: 1,
      height: 1,
      dominantColor: '#000000',
    },
  });
const photo = { picture: key, alt: 'Mô tả', caption: 'Cầu mới', credit: 'Ảnh' };

test('the history names who saved what and when, the newest first', async () => {
  await write(lan, 0, 1, { title: 'Của Lan' });
  await write(minh, 7, 2, { title: 'Của Minh' });
  expect(await listed()).toMatchObject([
    { number: 2, author: minh.name, savedAt: at(7), title: 'Của Minh', reason: 'save' },
    { number: 1, author: lan.name, savedAt: at(0), title: 'Của Lan', reason: 'save' },
  ]);
  expect(await readRevision(lan, { id, number: 1 })).toMatchObject({
    number: 1,
    content: { title: 'Của Lan' },
  });
});

test('the time of a revision that gathers several saves is that of the last', async () => {
  const save = (minute: number, baseVersion: number, title: string) =>
    saveDraft(lan, { id, baseVersion, content: { ...emptyContent, title }, reason: 'autosave' }, at(minute));
  await save(0, 1, 'Một');
  await save(4, 2, 'Hai');
  expect(await listed()).toMatchObject([{ number: 1, savedAt: at(4), title: 'Hai' }]);
});

test('the history is for those who may read the article', async () => {
  const reporter: Actor = { ...(await makeStaff('reporter')), categoryIds: [] };
  await write(lan, 0, 1, { title: 'Của Lan' });
  await expect(listRevisions(reporter, { id, page: 1 })).rejects.toThrow(NotAllowed);
  await expect(readRevision(reporter, { id, number: 1 })).rejects.toThrow(NotAllowed);
  await expect(restoreRevision(reporter, { id, number: 1 }, at(1))).rejects.toThrow(NotAllowed);
  await expect(readRevision(lan, { id, number: 9 })).rejects.toThrow(Missing);
});

describe('bringing a revision back', () => {
  test('makes a new one; what stood until then stays in the history', async () => {
    await write(lan, 0, 1, { title: 'Cũ', sapo: 'Sapo cũ' });
    await write(minh, 7, 2, { title: 'Mới', sapo: 'Sapo mới' });
    expect(await restoreRevision(lan, { id, number: 1 }, at(9))).toEqual({ version: 4, lost: [] });
    expect(await current()).toMatchObject({ title: 'Cũ', sapo: 'Sapo cũ' });
    expect(await listed()).toMatchObject([
      { number: 3, title: 'Cũ', reason: 'restore', restored: 1, author: lan.name },
      { number: 2, title: 'Mới' },
      { number: 1, title: 'Cũ' },
    ]);
    expect(
      await db().auditEntry.findFirst({ where: { action: 'article.restore', subjectId: id } }),
    ).toMatchObject({
      actorId: lan.id,
      details: { revision: 1, version: 4, title: 'Cũ' },
    });
  });

  test('finds again what has another name by now', async () => {
    const section = await db().category.create({ data: { name: 'Đời sống', slug: 'ds', path: 'ds' } });
    const story = await db().topic.create({ data: { name: 'Bão số 9', slug: 'bao' } });
    const other = await db().article.create({ data: { title: 'Bài kia', slug: 'k', body: [] } });
    await write(lan, 0, 1, { title: 'Cũ', categoryId: section.id, topicId: story.id, picks: [other.id] });
    await write(lan, 7, 2, { title: 'Mới' });
    await db().category.update({ where: { id: section.id }, data: { name: 'Xã hội' } });
    await db().topic.update({ where: { id: story.id }, data: { name: 'Bão Yagi' } });
    await db().article.update({ where: { id: other.id }, data: { title: 'Bài kia, sửa' } });
    expect(await restoreRevision(lan, { id, number: 1 }, at(9))).toMatchObject({ lost: [] });
    expect(await current()).toMatchObject({ categoryId: section.id, topicId: story.id, picks: [other.id] });
  });

  test('says what is not there any more, and brings back all the rest', async () => {
    await addPicture();
    const section = await db().category.create({ data: { name: 'Tạm', slug: 'tam', path: 'tam' } });
    const story = await db().topic.create({ data: { name: 'Chuyện tạm', slug: 'tam' } });
    const other = await db().article.create({ data: { title: 'Bài tạm', slug: 'k', body: [] } });
    const body = [
      { type: 'paragraph' as const, line: [{ text: 'Đoạn còn.' }] },
      { type: 'photo' as const, ...photo },
    ];
    const rest = { categoryId: section.id, topicId: story.id, picks: [other.id], tags: ['thẻ'] };
    await write(lan, 0, 1, { title: 'Cũ', cover: photo, body, ...rest });
    await write(lan, 7, 2, { title: 'Mới' });
    await db().picture.delete({ where: { key } });
    await db().category.delete({ where: { id: section.id } });
    await db().topic.delete({ where: { id: story.id } });
    await db().article.delete({ where: { id: other.id } });
    const { lost } = await restoreRevision(lan, { id, number: 1 }, at(9));
    expect(lost).toEqual([
      'Chuyên mục “Tạm” không còn; bài giữ chuyên mục hiện nay.',
      'Dòng sự kiện “Chuyện tạm” không còn.',
      '1 bài liên quan không còn.',
      'Ảnh “Cầu mới” không còn trong kho ảnh.',
    ]);
    expect(await current()).toMatchObject({
      title: 'Cũ',
      cover: null,
      body: body.slice(0, 1),
      tags: ['thẻ'],
    });
  });

  test('of an import, which knows names alone', async () => {
    const section = await db().category.create({ data: { name: 'Nhập', slug: 'nhap', path: 'nhap' } });
    const other = await db().article.create({ data: { title: 'Bài kia nhập', slug: 'k', body: [] } });
    await write(lan, 0, 1, { title: 'Cũ', categoryId: section.id, picks: [other.id] });
    await db().$executeRaw`UPDATE revision SET content = content - 'ids' WHERE article_id = ${id}`;
    await write(lan, 7, 2, { title: 'Mới' });
    expect(await restoreRevision(lan, { id, number: 1 }, at(9))).toMatchObject({ lost: [] });
    expect(await current()).toMatchObject({ categoryId: section.id, picks: [other.id] });
  });

  test('twice leaves one: the second time there is nothing to bring back', async () => {
    await write(lan, 0, 1, { title: 'Cũ' });
    await write(lan, 7, 2, { title: 'Mới' });
    await restoreRevision(lan, { id, number: 1 }, at(9));
    expect(await restoreRevision(lan, { id, number: 1 }, at(9))).toEqual({ version: 4, lost: [] });
    expect(await listed()).toHaveLength(3);
  });
});
