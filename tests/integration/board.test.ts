import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readBoard } from '#lib/articles/board.ts';
import * as verbs from '#lib/articles/publishing.ts';
import { db } from '#lib/db.ts';
import type { Actor } from '#lib/staff/types.ts';
import { makeActor, makeArticle, makeSection, seen, setSelfApproval, type } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';

// "Cần xử lý": what waits for each person.

let database: Awaited<ReturnType<typeof freshDatabase>>;
let news: number;
let sport: number;
let reporter: Actor;
let editor: Actor;
let managing: Actor;
let chief: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  news = await makeSection('Thời sự');
  sport = await makeSection('Thể thao');
  reporter = await makeActor('reporter', ['thoi-su']);
  editor = await makeActor('editor', ['thoi-su']);
  managing = await makeActor('managing_editor', ['thoi-su']);
  chief = await makeActor('editor_in_chief');
});
afterAll(() => database.close());
beforeEach(async () => {
  await db().article.deleteMany();
  await setSelfApproval('never');
});

/** The groups of somebody's board, each with its headlines. */
async function boardOf(actor: Actor): Promise<Record<string, string[]>> {
  const board = await readBoard(actor);
  return Object.fromEntries(board.map(({ name, articles }) => [name, articles.map(({ title }) => title)]));
}

const make = async (title: string, rest: Parameters<typeof makeArticle>[0] = {}, categoryId = news) =>
  await makeArticle({ by: reporter, ...rest, content: { title, categoryId } });

test('is empty where nothing waits', async () => {
  await make('Đã đăng', { status: 'published' });
  for (const actor of [reporter, editor, managing, chief]) expect(await boardOf(actor)).toEqual({});
});

test('an article goes from board to board on its way to print', async () => {
  const id = await make('Cầu mới');
  expect(await boardOf(reporter)).toEqual({ drafts: ['Cầu mới'] });
  expect(await boardOf(editor)).toEqual({});

  await verbs.submitArticle(reporter, await seen(id), new Date());
  expect(await boardOf(reporter)).toEqual({ elsewhere: ['Cầu mới'] });
  expect(await boardOf(editor)).toEqual({ toEdit: ['Cầu mới'] });

  await verbs.sendBackArticle(editor, { ...(await seen(id)), reason: 'Thiếu nguồn' }, new Date());
  expect(await boardOf(reporter)).toEqual({ returned: ['Cầu mới'] });
  expect((await readBoard(reporter))[0]?.articles[0]?.note).toMatchObject({
    reason: 'Thiếu nguồn',
    by: editor.name,
  });
  expect(await boardOf(editor)).toEqual({});

  await verbs.submitArticle(reporter, await seen(id), new Date());
  await verbs.finishEditing(editor, await seen(id), new Date());
  expect(await boardOf(editor)).toEqual({});
  expect(await boardOf(managing)).toEqual({ toApprove: ['Cầu mới'] });

  await verbs.approveArticle(managing, await seen(id), new Date());
  expect(await boardOf(managing)).toEqual({ toPublish: ['Cầu mới'] });

  const at = new Date(Date.now() + 60_000);
  await verbs.scheduleArticle(managing, { ...(await seen(id)), at }, new Date());
  for (const actor of [reporter, editor, managing, chief]) {
    expect(await boardOf(actor)).toEqual({ scheduled: ['Cầu mới'] });
  }

  await verbs.publishScheduled(id, at);
  expect(await boardOf(managing)).toEqual({});
  await type(editor, id, { title: 'Cầu mới, sửa', categoryId: news });
  expect(await boardOf(managing)).toEqual({ changed: ['Cầu mới'] });
  expect(await boardOf(editor)).toEqual({});
});

test('nobody sees what waits in another section', async () => {
  await make('Bơi lội', { status: 'submitted' }, sport);
  await make('Bóng đá', { status: 'edited' }, sport);
  expect(await boardOf(editor)).toEqual({});
  expect(await boardOf(managing)).toEqual({});
  expect(await boardOf(chief)).toEqual({ toApprove: ['Bóng đá'], toEdit: ['Bơi lội'] });
});

test('one’s own article waits for one’s own approval only where the paper allows that', async () => {
  await make('Của thư ký', { by: managing, status: 'edited' });
  expect(await boardOf(managing)).toEqual({ elsewhere: ['Của thư ký'] });
  await setSelfApproval('always');
  expect(await boardOf(managing)).toEqual({ toApprove: ['Của thư ký'] });
});

test('what has waited longest stands first; hours set, by the hour', async () => {
  const ages = { Một: 3, Hai: 9, Ba: 6 };
  for (const [title, hours] of Object.entries(ages)) {
    const id = await make(title, { status: 'submitted' });
    const statusSince = new Date(Date.now() - hours * 3_600_000);
    await db().article.update({ where: { id }, data: { statusSince } });
  }
  for (const hours of [5, 1, 3]) {
    await make(`Sau ${hours} giờ`, { status: 'scheduled', at: new Date(Date.now() + hours * 3_600_000) });
  }
  expect(await boardOf(editor)).toEqual({
    toEdit: ['Hai', 'Ba', 'Một'],
    scheduled: ['Sau 1 giờ', 'Sau 3 giờ', 'Sau 5 giờ'],
  });
});

test('what could not go out at its hour says why', async () => {
  const id = await make('Lỡ giờ', {
    status: 'scheduled',
    at: new Date(Date.now() - 1000),
    approvedBy: chief,
  });
  await verbs.missSchedule(id, 'bài hỏng', new Date());
  const [group] = await readBoard(managing);
  expect(group).toMatchObject({ name: 'toPublish', articles: [{ title: 'Lỡ giờ', note: { by: null } }] });
  expect(group?.articles[0]?.note?.reason).toContain('bài hỏng');
});

test('of many, the first are shown and all are counted', async () => {
  await db().article.createMany({
    data: Array.from({ length: 40 }, (_, n) => ({
      title: `Bài ${n}`,
      slug: 'bai',
      body: [],
      status: 'submitted' as const,
      categoryId: news,
      statusSince: new Date(Date.now() - n * 60_000),
    })),
  });
  const [group] = await readBoard(editor);
  expect(group?.total).toBe(40);
  expect(group?.articles.map((article) => article.title).slice(0, 2)).toEqual(['Bài 39', 'Bài 38']);
});
