import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArticleContent, emptyContent } from '#lib/articles/content.ts';
import { beginArticle, openArticle, saveDraft, TooLateToWrite } from '#lib/articles/drafts.ts';
import { db } from '#lib/db.ts';
import { NotAllowed } from '#lib/site/problems.ts';
import type { Actor } from '#lib/staff/types.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeStaff } from '#tests/support/staff.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let lan: Actor;
let minh: Actor;
let reporter: Actor;
beforeAll(async () => {
  database = await freshDatabase();
  lan = { ...(await makeStaff('editor_in_chief')), categoryIds: [] };
  minh = { ...(await makeStaff('editor_in_chief')), categoryIds: [] };
  reporter = { ...(await makeStaff('reporter')), categoryIds: [] };
});
afterAll(async () => {
  await database.close();
});

const start = new Date('2026-11-22T10:00:00Z');
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const content = (title: string, rest: Partial<ArticleContent> = {}): ArticleContent => ({
  ...emptyContent,
  title,
  ...rest,
});
const names = {
  one: '11111111-1111-4111-8111-111111111111',
  two: '22222222-2222-4222-8222-222222222222',
};

async function begin(actor = lan): Promise<number> {
  const { id } = await db().article.create({
    data: { title: '', slug: 'x', body: [], createdById: actor.id, updatedAt: start },
    select: { id: true },
  });
  return id;
}

interface Save {
  actor?: Actor;
  base: number;
  title: string;
  name?: string;
  at?: Date;
}

const save = (id: number, { actor = lan, base, title, name, at = start }: Save) =>
  saveDraft(actor, { id, baseVersion: base, content: content(title), reason: 'autosave', save: name }, at);

const revisions = (articleId: number) =>
  db().revision.findMany({ where: { articleId }, orderBy: { number: 'asc' } });

async function titles(id: number): Promise<string[]> {
  return (await revisions(id)).map(({ reason, content: kept }) => {
    const { title } = kept as { title: string };
    return `${reason}: ${title}`;
  });
}

describe('a save', () => {
  test('begins at the version it names and makes the next', async () => {
    const id = await begin();
    expect(await save(id, { base: 1, title: 'Một' })).toEqual({ saved: true, version: 2, savedAt: start });
    expect(await save(id, { base: 2, title: 'Hai' })).toEqual({ saved: true, version: 3, savedAt: start });
    expect((await openArticle(lan, id)).content.title).toBe('Hai');
  });

  test('sent twice under one name is done once, also when another save came in between', async () => {
    const id = await begin();
    await save(id, { base: 1, title: 'Một', name: names.one });
    expect(await save(id, { base: 1, title: 'Một', name: names.one })).toMatchObject({
      saved: true,
      version: 2,
    });
    await save(id, { actor: minh, base: 2, title: 'Của Minh', name: names.two });
    expect(await save(id, { base: 1, title: 'Một', name: names.one })).toMatchObject({
      saved: true,
      version: 2,
    });
    expect((await openArticle(lan, id)).content.title).toBe('Của Minh');
    expect(await titles(id)).toEqual(['autosave: Một', 'autosave: Của Minh']);
  });

  test('known by its name even where the server keeps the text in its own words', async () => {
    const id = await begin();
    await db().tag.create({ data: { name: 'Bóng đá', slug: 'bong-da' } });
    const input = { id, baseVersion: 1, reason: 'autosave', save: names.one } as const;
    const text = content('Thẻ', { tags: ['bóng đá'] });
    await saveDraft(lan, { ...input, content: text }, start);
    expect(await saveDraft(lan, { ...input, content: text }, start)).toMatchObject({
      saved: true,
      version: 2,
    });
  });

  test('that comes too late overwrites nothing: both texts are kept, and the other comes back', async () => {
    const id = await begin();
    await save(id, { actor: minh, base: 1, title: 'Của Minh' });
    const outcome = await save(id, { base: 1, title: 'Của Lan', name: names.one });
    expect(outcome).toMatchObject({
      saved: false,
      version: 2,
      savedBy: minh.name,
      content: { title: 'Của Minh' },
    });
    await save(id, { base: 1, title: 'Của Lan', name: names.one });
    await save(id, { base: 1, title: 'Bản khác của Lan', name: names.two });
    expect(await titles(id)).toEqual([
      'autosave: Của Minh',
      'conflict: Của Lan',
      'conflict: Bản khác của Lan',
    ]);
  });

  test('of somebody who may not even read the article is refused and leaves no trace', async () => {
    const id = await begin();
    await expect(save(id, { actor: reporter, base: 1, title: 'Chen vào' })).rejects.toThrow(NotAllowed);
    expect(await titles(id)).toEqual([]);
  });

  test('of a writer whose article has gone on is refused, and the text kept in its history', async () => {
    const id = await begin(reporter);
    await save(id, { actor: reporter, base: 1, title: 'Một' });
    await db().article.update({ where: { id }, data: { status: 'submitted' } });
    await expect(save(id, { actor: reporter, base: 2, title: 'Muộn' })).rejects.toThrow(TooLateToWrite);
    expect(await titles(id)).toEqual(['autosave: Một', 'conflict: Muộn']);
    expect((await openArticle(reporter, id)).content.title).toBe('Một');
  });

  test('of a published article waits beside what readers have', async () => {
    const id = await begin();
    const { id: categoryId } = await db().category.create({
      data: { name: 'Tin', slug: 'tin', path: 'tin' },
    });
    const out = { status: 'published', title: 'Đã ra', sapo: 'Sapo', categoryId } as const;
    await db().article.update({
      where: { id },
      data: { ...out, firstPublishedAt: start, lastPublishedAt: start },
    });
    await save(id, { base: 1, title: 'Sửa sau' });
    expect(await db().article.findUnique({ where: { id } })).toMatchObject({ title: 'Đã ra', version: 2 });
    expect((await openArticle(lan, id)).content.title).toBe('Sửa sau');
  });

  test('an article of 20,000 words with 100 photos is saved', async () => {
    const id = await begin();
    const key = 'a'.repeat(24);
    await db().picture.create({
      data: {
        key,
        originalName: 'a.jpg',
        originalType: 'image/jpeg',
        originalBytes: 1,
        width: 1,
        height: 1,
        dominantColor: '#000000',
      },
    });
    const body = Array.from({ length: 200 }, (_, i) => [
      { type: 'paragraph' as const, line: [{ text: `${i} ${'nghìn '.repeat(100)}`.trim() }] },
      ...(i % 2
        ? [{ type: 'photo' as const, picture: key, alt: 'a', caption: 'Chú thích', credit: 'Ảnh' }]
        : []),
    ]).flat();
    const long = content('Dài', { body });
    await saveDraft(lan, { id, baseVersion: 1, content: long, reason: 'autosave' }, start);
    expect((await openArticle(lan, id)).content.body).toHaveLength(300);
  });
});

describe('the history of an article', () => {
  test("one writer's typing is one revision, as it was at last; another's begins another", async () => {
    const id = await begin();
    await save(id, { base: 1, title: 'Một' });
    await save(id, { base: 2, title: 'Hai', at: minutes(1) });
    await save(id, { actor: minh, base: 3, title: 'Của Minh', at: minutes(2) });
    await save(id, { base: 4, title: 'Ba', at: minutes(3) });
    await save(id, { base: 5, title: 'Bốn', at: minutes(4) });
    await save(id, { base: 6, title: 'Năm', at: minutes(9) });
    expect(await titles(id)).toEqual([
      'autosave: Hai',
      'autosave: Của Minh',
      'autosave: Bốn',
      'autosave: Năm',
    ]);
  });
});

test('a new article that was never written in is given again', async () => {
  const { id } = await beginArticle(lan, {}, start);
  expect(await beginArticle(lan, {}, start)).toEqual({ id });
  await save(id, { base: 1, title: 'Có chữ' });
  expect((await beginArticle(lan, {}, start)).id).not.toBe(id);
});
