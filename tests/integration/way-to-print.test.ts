import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as verbs from '#lib/articles/publishing.ts';
import { type Status, type StepName, statusNames, stepNames } from '#lib/articles/types.ts';
import { db } from '#lib/db.ts';
import { Conflict, Invalid, Missing, NotAllowed } from '#lib/site/problems.ts';
import type { Actor, Role } from '#lib/staff/types.ts';
import { makeActor, makeArticle, makeSection, seen, setSelfApproval, type } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';

// Each verb of the way to print: from where, by whom, what it changes, and all of it or nothing.

let database: Awaited<ReturnType<typeof freshDatabase>>;
let news: number;
let sport: number;
let chief: Actor;
let reporter: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  news = await makeSection('Thời sự');
  sport = await makeSection('Thể thao');
  chief = await makeActor('editor_in_chief');
  reporter = await makeActor('reporter', ['thoi-su']);
});
afterAll(() => database.close());
beforeEach(() => setSelfApproval('always'));

const soon = () => new Date(Date.now() + 60 * 60 * 1000);
const now = () => new Date();

/** Each verb with what it needs beside the article. */
const take: Record<StepName, (actor: Actor, asked: Awaited<ReturnType<typeof seen>>) => Promise<void>> = {
  submit: (actor, asked) => verbs.submitArticle(actor, asked, now()),
  takeBack: (actor, asked) => verbs.takeBackArticle(actor, asked, now()),
  sendBack: (actor, asked) => verbs.sendBackArticle(actor, { ...asked, reason: 'Thiếu nguồn tin' }, now()),
  finishEditing: (actor, asked) => verbs.finishEditing(actor, asked, now()),
  approve: (actor, asked) => verbs.approveArticle(actor, asked, now()),
  schedule: (actor, asked) => verbs.scheduleArticle(actor, { ...asked, at: soon() }, now()),
  unschedule: (actor, asked) => verbs.unscheduleArticle(actor, asked, now()),
  publish: (actor, asked) => verbs.publishArticle(actor, asked, now()),
  update: (actor, asked) => verbs.updateArticle(actor, asked, now()),
  withdraw: (actor, asked) => verbs.withdrawArticle(actor, { ...asked, reason: 'Sai tên người' }, now()),
};

const attempt = async (step: StepName, actor: Actor, id: number) => await take[step](actor, await seen(id));

/** An article on which the step can be taken, if the person may: an update has something to bring. */
async function articleFor(step: StepName, status: Status, by: Actor, categoryId = news): Promise<number> {
  const id = await makeArticle({ by, status, content: { categoryId } });
  if (step === 'update' && status === 'published') await type(chief, id, { categoryId });
  return id;
}

// Written out once more, on purpose: the table under test must not be its own witness.
const wayToPrint: Record<StepName, Partial<Record<Status, Status>>> = {
  submit: { draft: 'submitted' },
  takeBack: { submitted: 'draft' },
  sendBack: { submitted: 'draft', edited: 'draft' },
  finishEditing: { draft: 'edited', submitted: 'edited' },
  approve: { draft: 'edited', submitted: 'edited', edited: 'edited' },
  schedule: {
    draft: 'scheduled',
    submitted: 'scheduled',
    edited: 'scheduled',
    scheduled: 'scheduled',
    withdrawn: 'scheduled',
  },
  unschedule: { scheduled: 'edited' },
  publish: {
    draft: 'published',
    submitted: 'published',
    edited: 'published',
    scheduled: 'published',
    withdrawn: 'published',
  },
  update: { published: 'published' },
  withdraw: { published: 'withdrawn' },
};
const statuses = Object.keys(statusNames) as Status[];
const cells = stepNames.flatMap((step) => statuses.map((from) => [step, from] as const));

test.each(cells)('%s of an article that is %s', async (step, from) => {
  const id = await articleFor(step, from, chief);
  const to = wayToPrint[step][from];
  if (to) {
    await attempt(step, chief, id);
    expect((await seen(id)).status).toBe(to);
  } else {
    await expect(attempt(step, chief, id)).rejects.toThrow(Conflict);
    expect((await seen(id)).status).toBe(from);
  }
});

// Who may, by rank: own articles, articles of one's section, or all.
const reach: Record<StepName, Partial<Record<Role, 'own' | 'section' | 'both' | 'all'>>> = {
  submit: { reporter: 'own', editor: 'both', managing_editor: 'both', editor_in_chief: 'all', admin: 'all' },
  takeBack: { reporter: 'own', editor: 'own', managing_editor: 'own', editor_in_chief: 'own', admin: 'own' },
  sendBack: { editor: 'section', managing_editor: 'section', editor_in_chief: 'all', admin: 'all' },
  finishEditing: { editor: 'section', managing_editor: 'section', editor_in_chief: 'all', admin: 'all' },
  approve: { managing_editor: 'section', editor_in_chief: 'all', admin: 'all' },
  schedule: { managing_editor: 'section', editor_in_chief: 'all', admin: 'all' },
  unschedule: { managing_editor: 'section', editor_in_chief: 'all', admin: 'all' },
  publish: { managing_editor: 'section', editor_in_chief: 'all', admin: 'all' },
  update: { managing_editor: 'section', editor_in_chief: 'all', admin: 'all' },
  withdraw: { managing_editor: 'section', editor_in_chief: 'all', admin: 'all' },
};
const ranks: Role[] = ['reporter', 'editor', 'managing_editor', 'editor_in_chief', 'admin'];

interface Place {
  role: Role;
  isOwn: boolean;
  isInSection: boolean;
}
const places: Place[] = ranks.flatMap((role) =>
  [true, false].flatMap((isOwn) => [true, false].map((isInSection) => ({ role, isOwn, isInSection }))),
);

function isWithin(step: StepName, { role, isOwn, isInSection }: Place): boolean {
  const far = reach[step][role];
  if (far === 'all') return true;
  return (
    (isOwn && (far === 'own' || far === 'both')) || (isInSection && (far === 'section' || far === 'both'))
  );
}

/** "done", or the name of what stood in the way. */
async function outcomeAt(step: StepName, actor: Actor, { isOwn, isInSection }: Place): Promise<string> {
  const from = (Object.keys(wayToPrint[step]) as Status[])[0] ?? 'draft';
  const id = await articleFor(step, from, isOwn ? actor : chief, isInSection ? news : sport);
  const outcome = await attempt(step, actor, id).then(
    () => 'done',
    (error: Error) => error.constructor.name,
  );
  return outcome === 'done' || (await seen(id)).status === from ? outcome : `${outcome}, and done`;
}

test.each(stepNames)('%s is for those whose rank and sections reach that far', async (step) => {
  const actors = new Map<Role, Actor>();
  for (const role of ranks) actors.set(role, await makeActor(role, ['thoi-su']));
  const wrong: unknown[] = [];
  for (const place of places) {
    const got = await outcomeAt(step, actors.get(place.role) ?? chief, place);
    const expected = isWithin(step, place) ? 'done' : 'NotAllowed';
    if (got !== expected) wrong.push({ ...place, got, expected });
  }
  expect(wrong).toEqual([]);
});

test('an article that does not exist can take no step', async () => {
  await expect(verbs.publishArticle(chief, { id: 2_000_000_000, version: 1 }, now())).rejects.toThrow(
    Missing,
  );
});

describe('what was on the screen', () => {
  test('another text than that is not published', async () => {
    const id = await makeArticle({ by: reporter, status: 'edited', content: { categoryId: news } });
    const onScreen = await seen(id);
    await type(chief, id, { categoryId: news, title: 'Tiêu đề người khác vừa đổi' });
    await expect(verbs.publishArticle(chief, onScreen, now())).rejects.toThrow(Conflict);
    expect((await seen(id)).status).toBe('edited');
  });

  test('what was sent back a moment ago is not published over it', async () => {
    const id = await makeArticle({ by: reporter, status: 'edited', content: { categoryId: news } });
    const onScreen = await seen(id);
    await attempt('sendBack', chief, id);
    await expect(verbs.publishArticle(chief, onScreen, now())).rejects.toThrow('Nháp');
    expect((await seen(id)).status).toBe('draft');
  });
});

describe('what is written down', () => {
  const entriesOf = async (id: number) =>
    await db().auditEntry.findMany({
      where: { subjectType: 'article', subjectId: id },
      orderBy: { id: 'asc' },
    });

  test.each(stepNames)('%s leaves an entry in the log and a revision', async (step) => {
    const from = (Object.keys(wayToPrint[step]) as Status[])[0] ?? 'draft';
    const id = await articleFor(step, from, chief);
    const revisions = await db().revision.count({ where: { articleId: id } });
    await attempt(step, chief, id);
    const [entry, ...others] = await entriesOf(id);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ action: `article.${step}`, actorId: chief.id, details: { from } });
    expect(await db().revision.count({ where: { articleId: id } })).toBe(revisions + 1);
  });

  test('the reason of sending back and of withdrawing is in the log', async () => {
    const back = await makeArticle({ by: reporter, status: 'submitted', content: { categoryId: news } });
    const gone = await makeArticle({ by: reporter, status: 'published', content: { categoryId: news } });
    await attempt('sendBack', chief, back);
    await attempt('withdraw', chief, gone);
    expect((await entriesOf(back))[0]?.details).toMatchObject({ reason: 'Thiếu nguồn tin' });
    expect((await entriesOf(gone))[0]?.details).toMatchObject({ reason: 'Sai tên người' });
    expect(await db().article.findUnique({ where: { id: gone } })).toMatchObject({
      withdrawnReason: 'Sai tên người',
    });
  });

  test.each(['audit_entry', 'outbox', 'revision'])(
    'where the row of %s can’t be written, nothing else is',
    async (table) => {
      const id = await makeArticle({ by: reporter, status: 'edited', content: { categoryId: news } });
      const counts = async () => [
        await db().auditEntry.count(),
        await db().outbox.count(),
        await db().revision.count(),
      ];
      const before = await counts();
      await db().$executeRawUnsafe(
        `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room'; END $$`,
      );
      await db().$executeRawUnsafe(
        `CREATE TRIGGER refuse BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse()`,
      );
      try {
        await expect(attempt('publish', chief, id)).rejects.toThrow();
      } finally {
        await db().$executeRawUnsafe('DROP FUNCTION refuse CASCADE');
      }
      expect(await counts()).toEqual(before);
      expect(await db().article.findUnique({ where: { id } })).toMatchObject({
        status: 'edited',
        firstPublishedAt: null,
        approvedAt: null,
      });
    },
  );
});

describe('the word to the servers', () => {
  const lastWord = async () => await db().outbox.findFirst({ orderBy: { id: 'desc' } });
  const tagIdOf = async (name: string) => (await db().tag.findUniqueOrThrow({ where: { name } })).id;

  test('publishing names the article, its lists, the front page and what was not found before', async () => {
    const content = { categoryId: news, tags: ['cầu đường'], bylines: ['Lê Thu Hành'] };
    const id = await makeArticle({ by: reporter, status: 'edited', content });
    await attempt('publish', chief, id);
    const { id: byline } = await db().byline.findUniqueOrThrow({ where: { name: 'Lê Thu Hành' } });
    const word = await lastWord();
    expect(word?.reason).toBe('article.publish');
    expect(word?.tags.toSorted()).toEqual(
      [
        `article:${id}`,
        'front',
        'newest',
        'missing',
        `month:${new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 7)}`,
        `category:${news}`,
        `tag:${await tagIdOf('cầu đường')}`,
        `byline:${byline}`,
      ].toSorted(),
    );
  });

  test('an update names the lists it left as well as those it came into', async () => {
    const topic = await db().topic.create({ data: { name: 'Cầu Văn Chài', slug: 'cau-van-chai' } });
    const id = await makeArticle({ status: 'published', content: { categoryId: news, tags: ['cũ'] } });
    await type(chief, id, { categoryId: sport, tags: ['mới'], topicId: topic.id });
    await attempt('update', chief, id);
    const word = await lastWord();
    expect(word?.tags).toEqual(
      expect.arrayContaining([
        `category:${news}`,
        `category:${sport}`,
        `tag:${await tagIdOf('cũ')}`,
        `tag:${await tagIdOf('mới')}`,
        `topic:${topic.id}`,
        `article:${id}`,
        'front',
      ]),
    );
  });

  test('withdrawing names what the article stood in', async () => {
    const id = await makeArticle({ status: 'published', content: { categoryId: news, tags: ['cầu đường'] } });
    await attempt('withdraw', chief, id);
    expect((await lastWord())?.tags).toEqual(
      expect.arrayContaining([`article:${id}`, `category:${news}`, 'front', 'newest', 'missing']),
    );
  });

  test('of what readers never had, nothing is said', async () => {
    const id = await makeArticle({ by: reporter, content: { categoryId: news } });
    const before = await db().outbox.count();
    await attempt('submit', reporter, id);
    await attempt('approve', chief, id);
    await attempt('schedule', chief, id);
    expect(await db().outbox.count()).toBe(before);
  });
});

describe('the times of publication', () => {
  const timesOf = async (id: number) =>
    await db().article.findUniqueOrThrow({
      where: { id },
      select: { firstPublishedAt: true, lastPublishedAt: true, goLiveAt: true, withdrawnAt: true },
    });

  test('the first stays what it was, the last moves with each publication', async () => {
    const id = await makeArticle({ by: reporter, status: 'edited', content: { categoryId: news } });
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute));
    await verbs.publishArticle(chief, await seen(id), at(0));
    expect(await timesOf(id)).toMatchObject({ firstPublishedAt: at(0), lastPublishedAt: at(0) });
    await type(chief, id, { categoryId: news });
    await verbs.updateArticle(chief, await seen(id), at(5));
    expect(await timesOf(id)).toMatchObject({ firstPublishedAt: at(0), lastPublishedAt: at(5) });
    await verbs.withdrawArticle(chief, { ...(await seen(id)), reason: 'Sai' }, at(10));
    expect(await timesOf(id)).toMatchObject({ firstPublishedAt: at(0), withdrawnAt: at(10) });
    await verbs.publishArticle(chief, await seen(id), at(15));
    expect(await timesOf(id)).toEqual({
      firstPublishedAt: at(0),
      lastPublishedAt: at(15),
      goLiveAt: null,
      withdrawnAt: null,
    });
  });

  test('an hour can be set, moved and taken back, and is never one that has passed', async () => {
    const id = await makeArticle({ by: reporter, status: 'edited', content: { categoryId: news } });
    const first = soon();
    await verbs.scheduleArticle(chief, { ...(await seen(id)), at: first }, now());
    const second = new Date(first.getTime() + 60_000);
    await verbs.scheduleArticle(chief, { ...(await seen(id)), at: second }, now());
    expect(await timesOf(id)).toMatchObject({ goLiveAt: second, firstPublishedAt: null });
    const past = { ...(await seen(id)), at: new Date(Date.now() - 1000) };
    await expect(verbs.scheduleArticle(chief, past, now())).rejects.toThrow(Invalid);
    await attempt('unschedule', chief, id);
    expect(await timesOf(id)).toMatchObject({ goLiveAt: null });
    expect(await verbs.publishScheduled(id, new Date(second.getTime() + 1))).toBe(false);
  });

  test('a scheduled article goes out at its hour, once, with that hour as its time', async () => {
    const hour = soon();
    const id = await makeArticle({ status: 'scheduled', at: hour, content: { categoryId: news } });
    expect(await verbs.publishScheduled(id, new Date(hour.getTime() - 1))).toBe(false);
    const late = new Date(hour.getTime() + 90_000);
    expect(await verbs.publishScheduled(id, late)).toBe(true);
    expect(await verbs.publishScheduled(id, late)).toBe(false);
    expect(await timesOf(id)).toMatchObject({
      firstPublishedAt: hour,
      lastPublishedAt: hour,
      goLiveAt: null,
    });
    expect(await db().auditEntry.count({ where: { subjectId: id, action: 'article.publish' } })).toBe(1);
  });

  test('how long an article has waited counts from its last step', async () => {
    const id = await makeArticle({ by: reporter, content: { categoryId: news } });
    const at = new Date(Date.now() + 1000);
    await verbs.submitArticle(reporter, await seen(id), at);
    expect(await db().article.findUnique({ where: { id } })).toMatchObject({ statusSince: at });
  });
});

describe('what was changed since readers got it', () => {
  test('reaches them at "Cập nhật" and not before', async () => {
    const id = await makeArticle({ status: 'published', content: { categoryId: news, title: 'Tin cũ' } });
    await type(chief, id, { categoryId: news, title: 'Tin đã sửa' });
    expect(await db().article.findUnique({ where: { id } })).toMatchObject({ title: 'Tin cũ' });
    await attempt('update', chief, id);
    const row = await db().article.findUniqueOrThrow({ where: { id }, include: { workingCopy: true } });
    expect(row).toMatchObject({ title: 'Tin đã sửa', slug: 'tin-da-sua', workingCopy: null });
  });

  test('without a change there is nothing to update', async () => {
    const id = await makeArticle({ status: 'published', content: { categoryId: news } });
    await expect(attempt('update', chief, id)).rejects.toThrow('chưa có thay đổi');
  });

  test('comes along when a withdrawn article is published again', async () => {
    const id = await makeArticle({ status: 'withdrawn', content: { categoryId: news, title: 'Bản sai' } });
    await type(chief, id, { categoryId: news, title: 'Bản đã sửa' });
    await attempt('publish', chief, id);
    expect(await db().article.findUnique({ where: { id } })).toMatchObject({ title: 'Bản đã sửa' });
  });

  test('is not brought into a section where the person may not publish', async () => {
    const managing = await makeActor('managing_editor', ['thoi-su']);
    const id = await makeArticle({ status: 'published', content: { categoryId: news } });
    await type(chief, id, { categoryId: sport });
    await expect(attempt('update', managing, id)).rejects.toThrow(NotAllowed);
    await attempt('update', chief, id);
    expect(await db().article.findUnique({ where: { id } })).toMatchObject({ categoryId: sport });
  });
});

test('an article goes on only with a headline and a section, or nobody would find it', async () => {
  const withoutSection = await makeArticle({ by: reporter, content: { categoryId: null } });
  const withoutTitle = await makeArticle({ by: reporter, content: { categoryId: news, title: '' } });
  await expect(attempt('submit', reporter, withoutSection)).rejects.toMatchObject({
    fields: { categoryId: expect.any(String) },
  });
  await expect(attempt('submit', reporter, withoutTitle)).rejects.toMatchObject({
    fields: { title: expect.any(String) },
  });
});

describe('two at once', () => {
  test('of two who publish, one does', async () => {
    const other = await makeActor('admin');
    const id = await makeArticle({ by: reporter, status: 'edited', content: { categoryId: news } });
    const asked = await seen(id);
    const ended = await Promise.allSettled([
      verbs.publishArticle(chief, asked, now()),
      verbs.publishArticle(other, asked, now()),
    ]);
    expect(ended.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await db().auditEntry.count({ where: { subjectId: id, action: 'article.publish' } })).toBe(1);
  });

  test('an autosave that runs into a publication is in what readers get, or waits as a change', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await makeArticle({
        by: reporter,
        status: 'edited',
        content: { categoryId: news, title: 'Trước' },
      });
      const asked = await seen(id);
      const [published] = await Promise.allSettled([
        verbs.publishArticle(chief, asked, now()),
        type(chief, id, { categoryId: news, title: 'Sau' }),
      ]);
      const row = await db().article.findUniqueOrThrow({ where: { id }, include: { workingCopy: true } });
      if (published?.status === 'fulfilled') {
        expect(row).toMatchObject({ status: 'published', title: 'Trước' });
        expect(row.workingCopy?.content).toMatchObject({ title: 'Sau' });
      } else {
        // The save was first: what is there now is not what was on the publisher's screen.
        expect(row).toMatchObject({ status: 'edited', title: 'Sau', workingCopy: null });
      }
    }
  });

  test('of two articles with one headline, one goes out', async () => {
    const title = 'Một tiêu đề, hai bài';
    const ids = [
      await makeArticle({ by: reporter, status: 'edited', content: { categoryId: news, title } }),
      await makeArticle({ by: reporter, status: 'edited', content: { categoryId: news, title } }),
    ];
    const ended = await Promise.allSettled(ids.map((id) => attempt('publish', chief, id)));
    expect(ended.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('the clock and a person who takes the hour back: one of them has it', async () => {
    const hour = new Date(Date.now() - 1000);
    const id = await makeArticle({ status: 'scheduled', at: hour, content: { categoryId: news } });
    const [byClock, byPerson] = await Promise.allSettled([
      verbs.publishScheduled(id, now()),
      attempt('unschedule', chief, id),
    ]);
    const { status } = await seen(id);
    const clockWon = byClock?.status === 'fulfilled' && byClock.value;
    expect(status).toBe(clockWon ? 'published' : 'edited');
    expect(byPerson?.status).toBe(clockWon ? 'rejected' : 'fulfilled');
  });
});
