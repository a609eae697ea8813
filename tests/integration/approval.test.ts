import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openArticle, saveDraft } from '#lib/articles/drafts.ts';
import * as verbs from '#lib/articles/publishing.ts';
import { readStanding } from '#lib/articles/standing.ts';
import { db } from '#lib/db.ts';
import { NotAllowed } from '#lib/site/problems.ts';
import type { Actor } from '#lib/staff/types.ts';
import {
  makeActor,
  makeArticle,
  makeSection,
  seen,
  setSelfApproval,
  type,
  wholeContent,
} from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';

// Nobody approves their own article unless the paper's settings say so; not by publishing it at once either.

let database: Awaited<ReturnType<typeof freshDatabase>>;
let news: number;
let sport: number;
let managing: Actor;
let editor: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  news = await makeSection('Thời sự');
  sport = await makeSection('Thể thao');
  managing = await makeActor('managing_editor', ['thoi-su']);
  editor = await makeActor('editor', ['thoi-su']);
});
afterAll(() => database.close());
beforeEach(async () => {
  await db().staff.updateMany({
    where: { id: { notIn: [managing.id, editor.id] } },
    data: { disabledAt: new Date() },
  });
});

const now = () => new Date();
const soon = () => new Date(Date.now() + 60 * 60 * 1000);

const ways = {
  approve: async (actor: Actor, id: number) => await verbs.approveArticle(actor, await seen(id), now()),
  publish: async (actor: Actor, id: number) => await verbs.publishArticle(actor, await seen(id), now()),
  schedule: async (actor: Actor, id: number) =>
    await verbs.scheduleArticle(actor, { ...(await seen(id)), at: soon() }, now()),
};
const wayNames = Object.keys(ways) as (keyof typeof ways)[];
const own = async () => await makeArticle({ by: managing, status: 'edited', content: { categoryId: news } });
const approvalOf = async (id: number) =>
  await db().article.findUniqueOrThrow({ where: { id }, select: { approvedAt: true, approvedById: true } });

describe.each(wayNames)('to %s one’s own article', (way) => {
  test('is never allowed where the paper says never', async () => {
    await setSelfApproval('never');
    await expect(ways[way](managing, await own())).rejects.toThrow(NotAllowed);
  });

  test('is allowed where the paper says always, and says who approved', async () => {
    await setSelfApproval('always');
    await makeActor('editor_in_chief');
    const id = await own();
    await ways[way](managing, id);
    expect(await approvalOf(id)).toEqual({ approvedAt: expect.any(Date), approvedById: managing.id });
  });

  test('"when alone" is allowed while nobody else could approve it', async () => {
    await setSelfApproval('when_alone');
    // Ranks below, another section's managing editor and a disabled chief are no help.
    await makeActor('managing_editor', ['the-thao']);
    const gone = await makeActor('editor_in_chief');
    await db().staff.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    const id = await own();
    await ways[way](managing, id);
    expect((await approvalOf(id)).approvedById).toBe(managing.id);
  });

  test.each([
    ['editor_in_chief', []],
    ['admin', []],
    ['managing_editor', ['thoi-su']],
  ] as const)('"when alone" is not allowed beside another approver: %s %j', async (role, sections) => {
    await setSelfApproval('when_alone');
    await makeActor(role, sections);
    await expect(ways[way](managing, await own())).rejects.toThrow(NotAllowed);
  });
});

test('another’s article is approved whatever the paper says of one’s own', async () => {
  await setSelfApproval('never');
  const id = await makeArticle({ by: editor, status: 'edited', content: { categoryId: news } });
  await ways.approve(managing, id);
  expect((await approvalOf(id)).approvedById).toBe(managing.id);
});

test('what another has approved, its writer may publish', async () => {
  await setSelfApproval('never');
  const chief = await makeActor('editor_in_chief');
  const id = await own();
  await ways.approve(chief, id);
  await ways.publish(managing, id);
  expect((await seen(id)).status).toBe('published');
  expect((await approvalOf(id)).approvedById).toBe(chief.id);
});

test('an article is approved once', async () => {
  await setSelfApproval('never');
  const chief = await makeActor('editor_in_chief');
  const id = await makeArticle({ by: editor, status: 'edited', content: { categoryId: news } });
  await ways.approve(managing, id);
  await expect(ways.approve(chief, id)).rejects.toThrow('đã được duyệt');
  expect((await approvalOf(id)).approvedById).toBe(managing.id);
});

describe('a change after the approval', () => {
  test('of somebody who may not approve takes it back', async () => {
    const id = await makeArticle({ by: editor, status: 'edited', content: { categoryId: news } });
    await ways.approve(managing, id);
    await type(editor, id, { categoryId: news });
    expect(await approvalOf(id)).toEqual({ approvedAt: null, approvedById: null });
  });

  test('of somebody who may, leaves it', async () => {
    const id = await makeArticle({ by: editor, status: 'edited', content: { categoryId: news } });
    await ways.approve(managing, id);
    await type(managing, id, { categoryId: news });
    expect((await approvalOf(id)).approvedById).toBe(managing.id);
  });

  test('of its own writer takes it back where the paper says never', async () => {
    await setSelfApproval('never');
    const chief = await makeActor('editor_in_chief');
    const id = await own();
    await ways.approve(chief, id);
    await type(managing, id, { categoryId: news });
    expect((await approvalOf(id)).approvedAt).toBeNull();
    await expect(ways.publish(managing, id)).rejects.toThrow(NotAllowed);
  });

  test('that changes nothing leaves it', async () => {
    const id = await makeArticle({ by: editor, status: 'edited', content: { categoryId: news } });
    await ways.approve(managing, id);
    const { content, article } = await openArticle(editor, id);
    const input = { id, baseVersion: article.version, content, reason: 'autosave' } as const;
    await saveDraft(editor, input, now());
    expect((await approvalOf(id)).approvedById).toBe(managing.id);
  });

  test('of its own writer does not slip into what goes out by itself', async () => {
    await setSelfApproval('never');
    const chief = await makeActor('editor_in_chief');
    const id = await own();
    await verbs.scheduleArticle(chief, { ...(await seen(id)), at: soon() }, now());
    expect((await openArticle(managing, id)).mayWrite).toBe(false);
    const { version } = await seen(id);
    const content = wholeContent({ categoryId: news, title: 'Chưa ai duyệt' });
    const save = saveDraft(managing, { id, baseVersion: version, content, reason: 'autosave' }, now());
    await expect(save).rejects.toThrow(NotAllowed);
    // Nothing typed is lost: it is a revision.
    expect(await db().revision.count({ where: { articleId: id, reason: 'conflict' } })).toBe(1);
    expect((await approvalOf(id)).approvedById).toBe(chief.id);
  });

  test('of what readers have, is approved again before they get it', async () => {
    await setSelfApproval('never');
    const chief = await makeActor('editor_in_chief');
    const id = await makeArticle({
      by: managing,
      status: 'published',
      approvedBy: chief,
      content: { categoryId: news },
    });
    await type(managing, id, { categoryId: news, title: 'Tự sửa sau khi đăng' });
    const update = async (actor: Actor) => await verbs.updateArticle(actor, await seen(id), now());
    await expect(update(managing)).rejects.toThrow(NotAllowed);
    await update(chief);
    expect((await approvalOf(id)).approvedById).toBe(chief.id);
  });
});

describe('sending back, withdrawing', () => {
  test('take the approval with them', async () => {
    const back = await makeArticle({
      by: editor,
      status: 'edited',
      approvedBy: managing,
      content: { categoryId: news },
    });
    await verbs.sendBackArticle(managing, { ...(await seen(back)), reason: 'Sai số liệu' }, now());
    expect((await approvalOf(back)).approvedAt).toBeNull();
    const gone = await makeArticle({
      by: editor,
      status: 'published',
      approvedBy: managing,
      content: { categoryId: news },
    });
    await verbs.withdrawArticle(managing, { ...(await seen(gone)), reason: 'Sai số liệu' }, now());
    expect((await approvalOf(gone)).approvedAt).toBeNull();
  });
});

describe('what the article’s page shows', () => {
  test('who approved it, and to its writer that another must', async () => {
    await setSelfApproval('never');
    const chief = await makeActor('editor_in_chief');
    const id = await own();
    expect(await readStanding(managing, id, now())).toMatchObject({
      article: { needsOtherApprover: true, approvedBy: null },
      steps: ['sendBack'],
    });
    await ways.approve(chief, id);
    expect(await readStanding(managing, id, now())).toMatchObject({
      article: { needsOtherApprover: false, approvedBy: chief.name },
      steps: ['sendBack', 'schedule', 'publish'],
    });
  });

  test('why it came back, by whom, until it goes on again', async () => {
    const reporter = await makeActor('reporter', ['thoi-su']);
    const id = await makeArticle({ by: reporter, status: 'submitted', content: { categoryId: news } });
    const at = new Date('2026-11-01T10:00:00Z');
    await verbs.sendBackArticle(editor, { ...(await seen(id)), reason: 'Thiếu nguồn tin' }, at);
    const { article } = await readStanding(reporter, id, now());
    expect(article.sentBack).toEqual({ reason: 'Thiếu nguồn tin', by: editor.name, at });
    await verbs.submitArticle(reporter, await seen(id), now());
    await verbs.takeBackArticle(reporter, await seen(id), new Date(Date.now() + 1000));
    expect((await readStanding(reporter, id, now())).article.sentBack).toBeNull();
  });

  test('nothing to whom it does not concern', async () => {
    const id = await makeArticle({ by: editor, content: { categoryId: sport } });
    await expect(readStanding(managing, id, now())).rejects.toThrow(NotAllowed);
  });
});
