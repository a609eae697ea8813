import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCategory, createCategoryInput } from '#lib/categories/create.ts';
import { listCategoriesFor, listCategoriesForDesk } from '#lib/categories/desk.ts';
import { editCategory, editCategoryInput } from '#lib/categories/edit.ts';
import { orderCategories } from '#lib/categories/order.ts';
import { removeCategory } from '#lib/categories/remove.ts';
import { saveCategory } from '#lib/categories/save.ts';
import { db } from '#lib/db.ts';
import { Conflict, Invalid, Missing, NotAllowed } from '#lib/site/problems.ts';
import { type Actor, isLimited, roles } from '#lib/staff/types.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { lastAnnounced, lastDeed, makeActor, makeArticle, redirects } from '#tests/support/desk.ts';
import { makeStaff } from '#tests/support/staff.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let chief: Actor;
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
  chief = await makeActor('editor_in_chief');
});

const create = (name: string, parentId: number | null = null, slug = '') =>
  createCategory(chief, { name, slug, description: '', parentId }, now).then((made) => made.id);

const read = (id: number) => db().category.findUniqueOrThrow({ where: { id } });

interface Changes {
  name?: string;
  slug?: string;
  description?: string;
  parentId?: number | null;
}

async function edit(id: number, changes: Changes, actor = chief) {
  const { name, slug, description, parentId } = await read(id);
  const was = { name, slug, description, parentId };
  return await editCategory(actor, { id, name, description, parentId, ...changes, was }, now);
}

/** What is wrong with which field. */
async function fieldsOf(work: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const error = await work.then(
    () => null,
    (problem: unknown) => problem,
  );
  if (!(error instanceof Invalid)) throw new Error(`was not refused as invalid: ${String(error)}`);
  return error.fields;
}

describe('a section that is renamed', () => {
  test('has a new address, to which its old one and those of its children lead', async () => {
    const top = await create('Thời sự');
    const child = await create('Đô thị', top);
    await edit(top, { name: 'Tin nóng' });
    expect((await read(top)).path).toBe('tin-nong');
    expect((await read(child)).path).toBe('tin-nong/do-thi');
    expect(await redirects()).toEqual({ '/thoi-su': '/tin-nong', '/thoi-su/do-thi': '/tin-nong/do-thi' });
    expect(await lastAnnounced()).toContain('site');
    expect(await lastDeed()).toMatchObject({
      action: 'category.edit',
      subjectId: top,
      details: { before: { path: 'thoi-su' }, after: { path: 'tin-nong', name: 'Tin nóng' } },
    });
  });

  test('twice, is reached from both old addresses in one step', async () => {
    const top = await create('Thời sự');
    const child = await create('Đô thị', top);
    await edit(child, { name: 'Phố phường' });
    await edit(top, { name: 'Tin nóng' });
    await edit(top, { name: 'Tin mới' });
    expect(await redirects()).toEqual({
      '/thoi-su': '/tin-moi',
      '/tin-nong': '/tin-moi',
      '/thoi-su/do-thi': '/tin-moi/pho-phuong',
      '/thoi-su/pho-phuong': '/tin-moi/pho-phuong',
      '/tin-nong/pho-phuong': '/tin-moi/pho-phuong',
    });
  });

  test('and gets its old name back, leads from the other address and never round in a loop', async () => {
    const top = await create('Thời sự');
    await edit(top, { name: 'Tin nóng' });
    await edit(top, { name: 'Thời sự' });
    expect(await redirects()).toEqual({ '/tin-nong': '/thoi-su' });
  });

  test('can keep its address, or have one of its own', async () => {
    const top = await create('Thời sự');
    await edit(top, { name: 'Tin nóng', slug: 'thoi-su' });
    expect(await read(top)).toMatchObject({ name: 'Tin nóng', path: 'thoi-su' });
    expect(await redirects()).toEqual({});
    await edit(top, { slug: editCategoryInput.shape.slug.parse('Tin trong ngày') ?? '' });
    expect((await read(top)).path).toBe('tin-trong-ngay');
  });

  test('to an address that another one had, takes it over', async () => {
    const [a, b] = [await create('Covid'), await create('Y tế')];
    await edit(a, { name: 'Dịch bệnh' });
    await edit(b, { name: 'Covid' });
    expect((await read(b)).path).toBe('covid');
    expect(await redirects()).toEqual({ '/y-te': '/covid' });
  });

  test.each(['Tag', 'Tìm kiếm', 'Trang', 'Media', 'Tác giả', 'RSS', 'Xem trước'])(
    'can’t be called "%s", whose address is the site’s own',
    async (name) => {
      const id = await create('Thời sự');
      expect((await fieldsOf(edit(id, { name })))['slug']).toContain('của riêng trang báo');
      expect((await fieldsOf(create(name)))['slug']).toContain('của riêng trang báo');
      expect((await read(id)).name).toBe('Thời sự');
    },
  );

  test('can’t take a name or an address beside it', async () => {
    const [a] = [await create('Thời sự'), await create('Hà Nội')];
    expect(await fieldsOf(edit(a, { name: 'HÀ NỘI' }))).toHaveProperty('name');
    expect(await fieldsOf(edit(a, { name: 'Hạ Nội' }))).toHaveProperty('slug');
    expect(await fieldsOf(edit(a, { slug: 'ha-noi' }))).toHaveProperty('slug');
  });

  test('by two people from the same form: the second is told', async () => {
    const id = await create('Thời sự');
    const was = { name: 'Thời sự', slug: 'thoi-su', description: '', parentId: null };
    const input = (name: string) => ({ id, name, description: '', parentId: null, was });
    const done = await Promise.allSettled([
      editCategory(chief, input('Tin nóng'), now),
      editCategory(await makeActor('admin'), input('Tin mới'), now),
    ]);
    expect(done.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(Conflict);
  });
});

describe('the tree', () => {
  test('has two levels', async () => {
    const [top, other] = [await create('Thời sự'), await create('Kinh tế')];
    const child = await create('Đô thị', top);
    expect(await fieldsOf(create('Nước', child))).toHaveProperty('parentId');
    expect(await fieldsOf(edit(top, { parentId: other }))).toHaveProperty('parentId');
    expect(await fieldsOf(edit(other, { parentId: child }))).toHaveProperty('parentId');
    expect(await fieldsOf(edit(other, { parentId: other }))).toHaveProperty('parentId');
  });

  test('takes a section under another and lets it out again, with its addresses', async () => {
    const [top, other] = [await create('Thời sự'), await create('Kinh tế')];
    await edit(other, { parentId: top });
    expect(await read(other)).toMatchObject({ path: 'thoi-su/kinh-te', parentId: top });
    await edit(other, { parentId: null });
    expect(await read(other)).toMatchObject({ path: 'kinh-te', parentId: null, position: 1 });
    expect(await redirects()).toEqual({ '/thoi-su/kinh-te': '/kinh-te' });
  });

  test('is put in order, whole or not at all', async () => {
    const ids = [await create('Một'), await create('Hai'), await create('Ba')];
    const [one = 0, two = 0, three = 0] = ids;
    await orderCategories(chief, { parentId: null, ids: [three, one, two] }, now);
    expect((await listCategoriesForDesk(chief)).map((top) => top.name)).toEqual(['Ba', 'Một', 'Hai']);
    expect(await lastAnnounced()).toContain('categories');
    for (const wrong of [
      [one, two],
      [one, two, two],
      [one, two, three, 99],
    ]) {
      await expect(orderCategories(chief, { parentId: null, ids: wrong }, now)).rejects.toThrow(Conflict);
    }
    const child = await create('Con', one);
    await expect(orderCategories(chief, { parentId: two, ids: [child] }, now)).rejects.toThrow(Conflict);
  });

  test('offers a limited person their own sections, in order, under their parents’ names', async () => {
    const top = await create('Thời sự');
    const child = await create('Đô thị', top);
    await create('Kinh tế');
    const limited = await makeActor('reporter', [child]);
    expect(await listCategoriesFor(limited)).toMatchObject([{ id: child, label: 'Thời sự / Đô thị' }]);
    expect((await listCategoriesFor(chief)).map((one) => one.label)).toEqual([
      'Thời sự',
      'Thời sự / Đô thị',
      'Kinh tế',
    ]);
  });
});

describe('a section that is deleted', () => {
  const remove = (id: number, into: number | null) => removeCategory(chief, { id, into }, now);

  test('and empty, is gone, and nothing leads to it', async () => {
    const id = await create('Thời sự');
    await edit(id, { name: 'Tin nóng' });
    await remove(id, null);
    expect(await db().category.count()).toBe(0);
    expect(await redirects()).toEqual({});
    expect(await lastDeed()).toMatchObject({ action: 'category.delete', details: { path: 'tin-nong' } });
  });

  test('stays where something hangs on it and no place is named', async () => {
    const id = await create('Thời sự');
    await makeArticle({ categoryId: id, status: 'draft' });
    expect((await fieldsOf(remove(id, null)))['into']).toContain('1 bài');
    expect(await db().category.count()).toBe(1);
  });

  test('gives articles, what is being written, pins, children, staff and its address to the receiver', async () => {
    const [from, into] = [await create('Thời sự'), await create('Tin tức')];
    const child = await create('Đô thị', from);
    const [pinnedThere, draft] = [
      await makeArticle({ categoryId: from }),
      await makeArticle({ categoryId: from, status: 'draft' }),
    ];
    const pinnedHere = await makeArticle({ categoryId: into });
    await db().workingCopy.create({
      data: { articleId: pinnedHere, content: { categoryId: from, topicId: null } },
    });
    await db().pin.createMany({
      data: [
        { categoryId: into, slot: 1, articleId: pinnedHere },
        { categoryId: from, slot: 1, articleId: pinnedThere },
        { categoryId: from, slot: 2, articleId: pinnedHere },
      ],
    });
    const limited = await makeStaff('editor', ['thoi-su', 'tin-tuc']);
    const other = await makeStaff('reporter', ['thoi-su']);
    await remove(from, into);
    expect(await db().article.count({ where: { categoryId: into } })).toBe(3);
    expect((await db().article.findUniqueOrThrow({ where: { id: draft } })).categoryId).toBe(into);
    expect((await db().workingCopy.findFirstOrThrow()).content).toEqual({ categoryId: into, topicId: null });
    expect(await read(child)).toMatchObject({ path: 'tin-tuc/do-thi', parentId: into });
    const pins = await db().pin.findMany({
      orderBy: { slot: 'asc' },
      select: { slot: true, articleId: true },
    });
    expect(pins).toEqual([
      { slot: 1, articleId: pinnedHere },
      { slot: 2, articleId: pinnedThere },
    ]);
    const limits = await db().staffCategory.findMany({ orderBy: { staffId: 'asc' } });
    expect(limits).toEqual([
      { staffId: limited.id, categoryId: into },
      { staffId: other.id, categoryId: into },
    ]);
    expect(await redirects()).toEqual({ '/thoi-su': '/tin-tuc', '/thoi-su/do-thi': '/tin-tuc/do-thi' });
  });

  test('can’t go to itself or to what stands under it, nor its children to a third level', async () => {
    const [from, other] = [await create('Thời sự'), await create('Kinh tế')];
    const child = await create('Đô thị', from);
    const otherChild = await create('Chợ', other);
    for (const into of [from, child, otherChild]) {
      expect(await fieldsOf(remove(from, into))).toHaveProperty('into');
    }
    expect(await db().category.count()).toBe(4);
  });

  test('into one that is being deleted into it at the same moment: one of the two is told', async () => {
    const [a, b] = [await create('Thời sự'), await create('Kinh tế')];
    await makeArticle({ categoryId: a });
    await makeArticle({ categoryId: b });
    const done = await Promise.allSettled([remove(a, b), remove(b, a)]);
    expect(done.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(Missing);
    expect(await db().article.count({ where: { categoryId: { in: [a, b] } } })).toBe(2);
  });
});

test('a file that is imported makes no section at an address that leads elsewhere', async () => {
  const id = await create('Thời sự');
  await edit(id, { name: 'Tin nóng' });
  const made = await db().$transaction((tx) => saveCategory(tx, ['Thời sự']));
  expect((await read(made)).path).toBe('thoi-su-2');
  expect(await redirects()).toEqual({ '/thoi-su': '/tin-nong' });
});

test('a new section at an address that led elsewhere has it for itself', async () => {
  const id = await create('Thời sự');
  await edit(id, { name: 'Tin nóng' });
  await create('Thời sự');
  expect(await redirects()).toEqual({});
  expect(await lastAnnounced()).toContain('missing');
});

test('names are cleaned, and refused when empty or too long', () => {
  expect(createCategoryInput.parse({ name: '  Thời  sự \u200B' }).name).toBe('Thời sự');
  expect(createCategoryInput.safeParse({ name: ' ' }).success).toBe(false);
  expect(createCategoryInput.safeParse({ name: 'a'.repeat(61) }).success).toBe(false);
});

test.each(roles.filter(isLimited))('only chiefs manage sections, no %s', async (role) => {
  const id = await create('Thời sự');
  const actor = await makeActor(role, [id]);
  const work: (() => Promise<unknown>)[] = [
    () => createCategory(actor, { name: 'Kinh tế', slug: '', description: '', parentId: null }, now),
    () => edit(id, { description: 'Mới' }, actor),
    () => orderCategories(actor, { parentId: null, ids: [id] }, now),
    () => removeCategory(actor, { id: 999_999, into: null }, now),
    () => listCategoriesForDesk(actor),
  ];
  for (const one of work) await expect(one()).rejects.toThrow(NotAllowed);
});
