import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '#lib/db.ts';
import { arrangeFront, arrangeInput, openArrangement } from '#lib/front/arrange.ts';
import { announceBreaking, changeBreaking, endBreaking, readBreaking } from '#lib/front/breaking.ts';
import { findForFront } from '#lib/front/find-articles.ts';
import { Conflict, Invalid, Missing, NotAllowed } from '#lib/site/problems.ts';
import { type Actor, type Role, roles } from '#lib/staff/types.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeStaff } from '#tests/support/staff.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let editor: Actor;
let other: Actor;
const sections = { city: 0, sport: 0 };

beforeAll(async () => {
  database = await freshDatabase();
  const add = async (name: string, slug: string) =>
    (await db().category.create({ data: { name, slug, path: slug } })).id;
  sections.city = await add('Thời sự', 'thoi-su');
  sections.sport = await add('Thể thao', 'the-thao');
  editor = { ...(await makeStaff('managing_editor', ['thoi-su'])), categoryIds: [sections.city] };
  other = { ...(await makeStaff('editor_in_chief')), categoryIds: [] };
  await db().article.createMany({ data: Array.from({ length: 20 }, (_, i) => article(i + 1)) });
});
afterAll(async () => await database.close());
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE pin, breaking_news, audit_entry, outbox`;
  await db().article.updateMany({ data: { status: 'published', withdrawnAt: null } });
});

const now = new Date();
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

/** Article number `id`, published; the higher the newer. */
const article = (id: number) => ({
  id,
  title: `Bài số ${id} về sông Trầm`,
  slug: `bai-so-${id}`,
  sapo: 'Sapo',
  body: [],
  searchText: `bai so ${id} ve song tram`,
  status: 'published' as const,
  categoryId: sections.city,
  firstPublishedAt: new Date(Date.UTC(2026, 0, id)),
  lastPublishedAt: new Date(Date.UTC(2026, 0, id)),
});

type Pins = { slot: number; articleId: number; endsAt: Date | null }[];
const pin = (slot: number, articleId: number, endsAt: Date | null = null) => ({ slot, articleId, endsAt });

/** Arranges from what is there now. */
async function arrange(who: Actor, pins: Pins, categoryId: number | null = null) {
  const { version } = await openArrangement(other, categoryId);
  return await arrangeFront(who, { categoryId, version, pins }, now);
}
const told = async () => (await db().outbox.findMany()).flatMap((row) => row.tags);
const slots = async (categoryId: number | null = null) =>
  (await openArrangement(other, categoryId)).pins.map(({ slot, card }) => [slot, card.id]);
const withdraw = async (id: number) =>
  await db().article.update({ where: { id }, data: { status: 'withdrawn', withdrawnAt: now } });

describe('arranging a front', () => {
  test('pins are kept, audited before and after, and the page is made anew', async () => {
    await arrange(editor, [pin(1, 5)]);
    const outcome = await arrange(editor, [pin(5, 5, hours(2)), pin(1, 7)]);
    expect(outcome.saved).toBe(true);
    expect(await slots()).toEqual([
      [1, 7],
      [5, 5],
    ]);
    const [, entry] = await db().auditEntry.findMany({ orderBy: { id: 'asc' } });
    expect(entry).toMatchObject({
      action: 'front.arrange',
      actorId: editor.id,
      subjectType: 'front',
      subjectId: null,
    });
    expect(entry?.details).toMatchObject({
      before: [{ slot: 1, articleId: 5, title: 'Bài số 5 về sông Trầm', endsAt: null }],
      after: [
        { slot: 1, articleId: 7 },
        { slot: 5, articleId: 5, endsAt: hours(2).toISOString() },
      ],
    });
    expect(await told()).toEqual(['front', 'front']);
  });

  test('a section’s front is its own: its pins, its permission, its pages', async () => {
    await arrange(editor, [pin(1, 3)]);
    await arrange(editor, [pin(1, 4)], sections.city);
    expect([await slots(), await slots(sections.city)]).toEqual([[[1, 3]], [[1, 4]]]);
    expect(await told()).toEqual(['front', `category:${sections.city}`]);
    await expect(arrange(editor, [], sections.sport)).rejects.toThrow(NotAllowed);
    await expect(openArrangement(editor, sections.sport)).rejects.toThrow(NotAllowed);
    await expect(openArrangement(other, 999)).rejects.toThrow(Missing);
    await expect(arrangeFront(other, { categoryId: 999, version: '', pins: [] }, now)).rejects.toThrow(
      Missing,
    );
  });

  test('two people at once: the second overwrites nothing and gets what the first saved', async () => {
    const { version } = await openArrangement(editor, null);
    await arrange(other, [pin(1, 9)]);
    const outcome = await arrangeFront(editor, { categoryId: null, version, pins: [pin(1, 2)] }, now);
    expect(outcome).toMatchObject({
      saved: false,
      current: { last: { by: other.name }, pins: [{ slot: 1 }] },
    });
    expect(await slots()).toEqual([[1, 9]]);
    // With the version of what stands now, the person's own arrangement goes through.
    if (outcome.saved) throw new Error('saved');
    const again = { categoryId: null, version: outcome.current.version, pins: [pin(1, 2)] };
    expect((await arrangeFront(editor, again, now)).saved).toBe(true);
  });

  test('both at the same moment: one of them', async () => {
    const { version } = await openArrangement(editor, null);
    const all = [1, 2, 3, 4].map((id) =>
      arrangeFront(other, { categoryId: null, version, pins: [pin(1, id)] }, now),
    );
    const outcomes = await Promise.all(all);
    expect(outcomes.filter((one) => one.saved).length).toBe(1);
    expect(await db().pin.count()).toBe(1);
  });

  test('what can’t be is refused at its pin, and nothing is changed', async () => {
    await arrange(editor, [pin(1, 5)]);
    await withdraw(6);
    const wrong: [Pins, string][] = [
      [[pin(1, 6)], 'pins.0'],
      [[pin(1, 999)], 'pins.0'],
      [[pin(1, 5), pin(2, 5)], 'pins.1'],
      [[pin(1, 5), pin(1, 7)], 'pins.1'],
      [[pin(16, 5)], 'pins.0'],
      [[pin(1, 5, hours(-1))], 'pins.0.endsAt'],
    ];
    for (const [pins, field] of wrong) {
      const refused = arrange(editor, pins);
      await expect(refused).rejects.toThrow(Invalid);
      await expect(refused).rejects.toMatchObject({ fields: { [field]: expect.any(String) } });
    }
    expect(await slots()).toEqual([[1, 5]]);
    expect(arrangeInput.safeParse({ categoryId: null, version: '', pins: [pin(0, 1)] }).success).toBe(false);
  });

  test('a pin that ended while the others were arranged is no mistake and is gone', async () => {
    await arrange(editor, [pin(1, 5), pin(2, 6, hours(1))]);
    const { version } = await openArrangement(editor, null);
    const later = hours(2);
    await arrangeFront(editor, { categoryId: null, version, pins: [pin(1, 7), pin(2, 6, hours(1))] }, later);
    expect(await slots()).toEqual([[1, 7]]);
  });

  test('what was withdrawn or has ended is pinned no more', async () => {
    await arrange(editor, [pin(1, 5), pin(2, 6, hours(1)), pin(3, 7)]);
    await withdraw(5);
    await db().pin.updateMany({ where: { slot: 2 }, data: { endsAt: hours(-1) } });
    expect(await slots()).toEqual([[3, 7]]);
  });
});

describe('who may arrange, announce and look for articles', () => {
  const tries: Record<string, (actor: Actor) => Promise<unknown>> = {
    openFront: (actor) => openArrangement(actor, null),
    front: (actor) => arrangeFront(actor, { categoryId: null, version: '', pins: [] }, now),
    ownSection: (actor) => openArrangement(actor, sections.city),
    otherSection: (actor) => openArrangement(actor, sections.sport),
    find: (actor) => findForFront(actor, { text: '' }),
    read: (actor) => readBreaking(actor),
    announce: (actor) =>
      announceBreaking(actor, { text: 'Tin', articleId: null, endsAt: null, instead: null }, now),
    change: (actor) => changeBreaking(actor, { id: 1, text: 'Tin', articleId: null, endsAt: null }, now),
    end: (actor) => endBreaking(actor, { id: 1 }, now),
  };
  const everything = Object.keys(tries);
  const may: Record<Role, string[]> = {
    reporter: [],
    editor: [],
    managing_editor: everything.filter((name) => name !== 'otherSection'),
    editor_in_chief: everything,
    admin: everything,
  };
  test.each(roles)('%s', async (role) => {
    const actor = { ...other, role, categoryIds: [sections.city] };
    const allowed: string[] = [];
    for (const [name, attempt] of Object.entries(tries)) {
      const error: unknown = await attempt(actor).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof NotAllowed)) allowed.push(name);
    }
    expect(allowed).toEqual(may[role]);
  });
});

describe('looking for an article to pin', () => {
  const found = async (text: string) => (await findForFront(editor, { text })).map((card) => card.id);

  test('by words without marks, by beginnings of words, by number, by address', async () => {
    expect(await found('Sông Tr')).toEqual([20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9]);
    expect(await found('bài số 7')).toEqual([7]);
    expect(await found('14')).toEqual([14]);
    expect(await found('https://bao.example/bai-so-3-3.html?utm=x')).toEqual([3]);
    expect(await found('không có đâu')).toEqual([]);
    expect(await found("'); & | ! :*")).toHaveLength(12);
  });

  test('only what readers have', async () => {
    await withdraw(7);
    expect(await found('bài số 7')).toEqual([]);
    expect(await found('7')).toEqual([]);
  });
});

describe('breaking news', () => {
  const news = { text: 'Đèo Mây thông xe', articleId: 5, endsAt: null };
  const announce = async (more: object = {}, who = editor) => {
    const instead = (await readBreaking(other))?.id ?? null;
    await announceBreaking(who, { ...news, instead, ...more }, now);
    return (await readBreaking(other))?.id ?? 0;
  };

  test('announced, changed, ended: each audited, each at once on every page', async () => {
    const id = await announce();
    expect(await readBreaking(editor)).toMatchObject({
      text: news.text,
      by: editor.name,
      article: { id: 5 },
    });
    await changeBreaking(other, { id, text: 'Đèo Mây thông xe sớm', articleId: null, endsAt: hours(1) }, now);
    expect(await readBreaking(editor)).toMatchObject({ text: 'Đèo Mây thông xe sớm', article: null });
    await endBreaking(editor, { id }, now);
    expect(await readBreaking(editor)).toBeNull();
    const entries = await db().auditEntry.findMany({ orderBy: { id: 'asc' } });
    expect(entries.map((entry) => entry.action)).toEqual([
      'breaking.announce',
      'breaking.change',
      'breaking.end',
    ]);
    expect(entries[1]?.details).toMatchObject({
      before: { text: news.text, articleId: 5 },
      after: { articleId: null },
    });
    expect(await told()).toEqual(['breaking', 'breaking', 'breaking']);
  });

  test('a new line takes the place of the old, which does not come back when the new one ends', async () => {
    const first = await announce();
    const second = await announce({ text: 'Tin thứ hai' });
    expect((await readBreaking(editor))?.text).toBe('Tin thứ hai');
    await endBreaking(editor, { id: second }, now);
    expect(await readBreaking(editor)).toBeNull();
    await expect(endBreaking(editor, { id: first }, now)).rejects.toThrow(Conflict);
    await expect(changeBreaking(editor, { id: first, ...news }, now)).rejects.toThrow(Conflict);
  });

  test('what somebody else announced meanwhile is not put out unseen', async () => {
    await announce({}, other);
    await expect(announce({ instead: null })).rejects.toThrow(
      `${other.name} vừa phát tin nóng “${news.text}”`,
    );
    expect((await readBreaking(editor))?.by).toBe(other.name);
  });

  test('refused at their fields: an article that readers don’t have, an end that is past', async () => {
    await withdraw(5);
    await expect(announce()).rejects.toMatchObject({ fields: { articleId: expect.any(String) } });
    await expect(announce({ articleId: null, endsAt: hours(-1) })).rejects.toMatchObject({
      fields: { endsAt: expect.any(String) },
    });
    expect(await readBreaking(editor)).toBeNull();
  });

  test('it ends by itself at its time', async () => {
    const id = await announce({ endsAt: hours(1) });
    await db().breakingNews.update({ where: { id }, data: { endsAt: hours(-1) } });
    expect(await readBreaking(editor)).toBeNull();
  });
});
