import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { db } from '#lib/db.ts';
import { loadActor } from '#lib/staff/actor.ts';
import { can } from '#lib/staff/permissions.ts';
import { type Actor, isLimited, roles } from '#lib/staff/types.ts';
import { enter } from '#tests/support/accounts.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { findDoors, knock, strayActions, type Try } from '#tests/support/doors/knock.ts';
import { doorTable } from '#tests/support/doors/table.ts';
import { makeWorld, type World } from '#tests/support/doors/world.ts';
import { makeStaff } from '#tests/support/staff.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { Visitor } from '#tests/support/visitor.ts';

// Every server action and every route is called directly, as whoever knows its address may do: signed out, in a role too
// low, from another section. A new one fails here until it stands in tests/support/doors/table.ts.

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({ set: () => {} }),
}));
vi.mock('next/server', () => ({ connection: async () => {}, after: () => {} }));

interface Person {
  who: string;
  /** Null: the server takes them for nobody. */
  actor: Actor | null;
  visitor: Visitor;
}

let database: Awaited<ReturnType<typeof freshDatabase>>;
let world: World;
const people: Person[] = [];

async function signIn(who: string, ...staff: Parameters<typeof makeStaff>): Promise<Person> {
  const visitor = new Visitor();
  return { who, actor: await enter(visitor, await makeStaff(...staff)), visitor };
}

/** Nobody, in the three ways of being nobody. */
async function nobodies(): Promise<Person[]> {
  const ended = await signIn('whose session was ended', 'admin');
  await db().session.deleteMany({ where: { userId: ended.actor?.id ?? 0 } });
  const disabled = await signIn('whose account was closed', 'admin');
  await db().staff.update({ where: { id: disabled.actor?.id ?? 0 }, data: { disabledAt: new Date() } });
  const nobody = { who: 'nobody', visitor: new Visitor() };
  return [nobody, ended, disabled].map((person) => ({ ...person, actor: null }));
}

beforeAll(async () => {
  vi.stubEnv('AUTH_SECRET', 'a secret of the tests, long enough');
  vi.stubEnv('DATA_DIR', makeTempFolder('doors'));
  database = await freshDatabase();
  world = await makeWorld();
  people.push(...(await nobodies()));
  for (const role of roles) {
    if (!isLimited(role)) people.push(await signIn(role, role));
    else {
      people.push(await signIn(`${role} of the section`, role, ['thoi-su']));
      people.push(await signIn(`${role} of another section`, role, ['doi-song']));
    }
  }
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});

/** What each table holds; of a session not when it was last used. */
async function readAll(): Promise<Record<string, string>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  const held: Record<string, string> = {};
  for (const { name } of tables) {
    const row = name === 'session' ? '(t.id, t.staff_id)' : 't';
    const [sum] = await db().$queryRawUnsafe<{ sum: string }[]>(
      `SELECT md5(string_agg(${row}::text, E'\\n' ORDER BY ${row}::text)) AS sum FROM "${name}" t`,
    );
    held[name] = sum?.sum ?? '';
  }
  return held;
}

/** Who must be refused. */
function refusedBy(tried: Try): Person[] {
  const nobody = people.filter(({ actor }) => !actor);
  if ('everyone' in tried) return nobody;
  const { id: ownerId } = world.writer;
  const subjects = {
    'an article': { ownerId, categoryId: world.section },
    'a picture': { ownerId },
    nothing: {},
  };
  const mayNot = people.filter(({ actor }) => actor && !can(actor, tried.may, subjects[tried.of]));
  if (mayNot.length === 0) throw new Error(`${tried.may} refuses nobody: in the table it is "everyone"`);
  return [...nobody, ...mayNot];
}

const doors = await findDoors();

test('every door stands in the table, and the table names no door that is not there', () => {
  const there = doors.map(({ file, name }) => `${file} ${name}`);
  const listed = Object.entries(doorTable).flatMap(([file, entries]) =>
    Object.keys(entries).map((name) => `${file} ${name}`),
  );
  const how =
    'Add it to tests/support/doors/table.ts, with the permission that it asks and an input that it takes:';
  expect(
    there.filter((door) => !listed.includes(door)),
    how,
  ).toEqual([]);
  expect(
    listed.filter((door) => !there.includes(door)),
    'Take it out of tests/support/doors/table.ts:',
  ).toEqual([]);
});

test('server actions stand in files named actions.ts, where this test finds them', () => {
  expect(strayActions()).toEqual([]);
});

const closed = doors.flatMap((door) => {
  const entry = doorTable[door.file]?.[door.name];
  return entry && 'tries' in entry ? entry.tries.map((tried) => ({ ...door, tried })) : [];
});

test.each(closed)('$file $name refuses whoever may not, and changes nothing', async ({ tried, ...door }) => {
  const before = await readAll();
  const refused = refusedBy(tried);
  const input = tried.input(world);
  const answers: Record<string, string> = {};
  for (const { who, visitor } of refused) {
    request.headers = visitor.headers();
    answers[who] = await knock(door, input);
  }
  const expected = refused.map(({ who, actor }) => [who, actor ? 'not-allowed' : 'signed-out']);
  expect(answers).toEqual(Object.fromEntries(expected));
  expect(await readAll()).toEqual(before);
});

test('the people of this test are who they are said to be', async () => {
  for (const { actor } of people) if (actor) expect(await loadActor(actor.id)).toEqual(actor);
  expect(people.length).toBe(11);
});
