import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { emptyContent } from '#lib/articles/content.ts';
import { saveDraft } from '#lib/articles/drafts.ts';
import { beHere, watchEditing } from '#lib/articles/editing.ts';
import { db } from '#lib/db.ts';
import { endWatching } from '#lib/presence/hub.ts';
import { removeGone } from '#lib/presence/sessions.ts';
import type { Presence, PresenceAction } from '#lib/presence/types.ts';
import { NotAllowed } from '#lib/site/problems.ts';
import type { Actor, Role } from '#lib/staff/types.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { runSql } from '#tests/support/postgres.ts';
import { makeStaff } from '#tests/support/staff.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterEach(() => endWatching());
afterAll(async () => {
  await database.close();
});

const now = new Date();
const person = async (role: Role = 'editor_in_chief'): Promise<Actor> => ({
  ...(await makeStaff(role)),
  categoryIds: [],
});

async function draft(actor: Actor): Promise<number> {
  const { id } = await db().article.create({
    data: { title: 'A', slug: 'a', body: [], createdById: actor.id },
    select: { id: true },
  });
  return id;
}

/** A tab of a person on an article: says what it does, gives what it is told. */
function tabOf(actor: Actor, id: number, tab = randomUUID()) {
  const say = (action: PresenceAction, hidden = false) => beHere(actor, { id, tab, action, hidden }, now);
  return { tab, say };
}

const passed = (seconds: number, tab: string) =>
  runSql(
    database.url,
    `UPDATE editing_session SET seen_at = seen_at - interval '${seconds} s' WHERE id = '${tab}'`,
  );

describe('who holds an article', () => {
  test('the first who opens it; the second sees them, and they the second', async () => {
    const [lan, minh] = [await person(), await person()];
    const id = await draft(lan);
    const [first, second] = [tabOf(lan, id), tabOf(minh, id)];
    expect(await first.say('open')).toMatchObject({ holding: true, others: [] });
    expect(await second.say('open')).toMatchObject({
      holding: false,
      holder: { staffId: lan.id, name: lan.name },
      others: [{ staffId: lan.id, name: lan.name, holding: true }],
    });
    expect(await first.say('hold')).toMatchObject({
      holding: true,
      others: [{ staffId: minh.id, name: minh.name, holding: false }],
    });
  });

  test('who takes it over; the first does not get it back by still being there', async () => {
    const [lan, minh] = [await person(), await person()];
    const id = await draft(lan);
    const [first, second] = [tabOf(lan, id), tabOf(minh, id)];
    await first.say('open');
    await second.say('open');
    expect(await second.say('take-over')).toMatchObject({ holding: true });
    expect(await first.say('hold')).toMatchObject({ holding: false, holder: { staffId: minh.id } });
  });

  test('of one person the newer tab; nobody else is said to be there', async () => {
    const lan = await person();
    const id = await draft(lan);
    const [older, newer] = [tabOf(lan, id), tabOf(lan, id)];
    await older.say('open');
    expect(await newer.say('open')).toMatchObject({ holding: true, others: [] });
    expect(await older.say('hold')).toMatchObject({
      holding: false,
      others: [],
      holder: { staffId: lan.id },
    });
  });

  test('nobody, once its tab was closed, or was not heard of for half a minute', async () => {
    const [lan, minh] = [await person(), await person()];
    const id = await draft(lan);
    const [closed, second, crashed] = [tabOf(lan, id), tabOf(minh, id), tabOf(lan, id)];
    await closed.say('open');
    await closed.say('leave');
    expect(await second.say('open')).toMatchObject({ holding: true, others: [] });
    await second.say('leave');
    await crashed.say('open');
    await passed(31, crashed.tab);
    expect(await second.say('open')).toMatchObject({ holding: true, others: [] });
  });

  test('a page out of sight is given longer, as its clock is slow', async () => {
    const [lan, minh] = [await person(), await person()];
    const id = await draft(lan);
    const [hidden, second] = [tabOf(lan, id), tabOf(minh, id)];
    await hidden.say('open', true);
    await passed(70, hidden.tab);
    expect(await second.say('open')).toMatchObject({ holding: false });
    await passed(30, hidden.tab);
    expect(await second.say('seen')).toMatchObject({ holder: null, others: [] });
  });

  test('whoever was cut off holds it again, unless somebody took it meanwhile', async () => {
    const [lan, minh] = [await person(), await person()];
    const id = await draft(lan);
    const [first, second] = [tabOf(lan, id), tabOf(minh, id)];
    await first.say('open');
    await passed(60, first.tab);
    await removeGone();
    expect(await first.say('hold')).toMatchObject({ holding: true });
    await passed(60, first.tab);
    await second.say('open');
    expect(await first.say('hold')).toMatchObject({ holding: false, holder: { staffId: minh.id } });
  });

  test('never somebody who may only read, nor a tab under another’s name', async () => {
    const reporter = await person('reporter');
    const id = await draft(reporter);
    await db().article.update({ where: { id }, data: { status: 'submitted' } });
    const first = tabOf(reporter, id);
    expect(await first.say('open')).toMatchObject({ holding: false, holder: null });
    expect(await first.say('take-over')).toMatchObject({ holding: false });
    const lan = await person();
    await expect(tabOf(lan, id, first.tab).say('take-over')).rejects.toThrow(NotAllowed);
    await expect(tabOf(await person('reporter'), id).say('open')).rejects.toThrow(NotAllowed);
  });

  test('of two who open it at once, one', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => person()));
    const id = await draft(await person());
    const told = await Promise.all(people.map((actor) => tabOf(actor, id).say('open')));
    expect(told.filter((presence) => presence.holding)).toHaveLength(1);
  });
});

describe('looking on', () => {
  async function look(actor: Actor, id: number, tab: string) {
    const heard: Presence[] = [];
    const stop = await watchEditing(
      actor,
      { id, tab },
      (presence) => heard.push(presence),
      () => {},
    );
    return { heard, stop };
  }

  test('tells at once who came, took over, saved and left, on whatever server', async () => {
    const [lan, minh] = [await person(), await person()];
    const id = await draft(lan);
    const [first, second] = [tabOf(lan, id), tabOf(minh, id)];
    await first.say('open');
    const { heard, stop } = await look(lan, id, first.tab);
    expect(heard).toMatchObject([{ holding: true, others: [], version: 1 }]);
    await second.say('open');
    await vi.waitFor(() =>
      expect(heard.at(-1)).toMatchObject({ holding: true, others: [{ name: minh.name }] }),
    );
    await second.say('take-over');
    await vi.waitFor(() =>
      expect(heard.at(-1)).toMatchObject({ holding: false, holder: { name: minh.name } }),
    );
    const content = { ...emptyContent, title: 'Của Minh' };
    await saveDraft(minh, { id, baseVersion: 1, content, reason: 'autosave' }, now);
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ version: 2 }));
    await second.say('leave');
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ holder: null, others: [] }));
    stop();
  });

  test('goes on after the database was away, and holds one connection however many look on', async () => {
    const lan = await person();
    const id = await draft(lan);
    const looks = await Promise.all(Array.from({ length: 30 }, () => look(lan, id, randomUUID())));
    const listening =
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'";
    const listeners = () => db().$queryRawUnsafe<{ pid: number }[]>(listening);
    await vi.waitFor(async () => expect(await listeners()).toHaveLength(1));
    await db().$executeRawUnsafe(`SELECT pg_terminate_backend(pid) FROM (${listening}) AS all_of_them`);
    await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), 5000);
    await tabOf(lan, id).say('open');
    await vi.waitFor(() => {
      for (const { heard } of looks) expect(heard.at(-1)).toMatchObject({ holder: { name: lan.name } });
    });
    for (const { stop } of looks) stop();
    await vi.waitFor(async () => expect(await listeners()).toHaveLength(0));
  });
});
