import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db, readRows } from '#lib/db.ts';
import { freshDatabase } from '#tests/support/database.ts';

// The ways to the database: readers' and the newsroom's.

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => await database.close());

test('however many readers wait for the database, the newsroom’s changes go through', async () => {
  const holder = new pg.Client({ connectionString: database.url });
  await holder.connect();
  await holder.query('SELECT pg_advisory_lock(7)');
  let answered = 0;
  const readers = Array.from({ length: 30 }, async () => {
    await readRows`SELECT pg_advisory_lock_shared(${7}), pg_advisory_unlock_shared(${7})`;
    answered++;
  });
  await sleep(200);
  await db().$transaction(async (tx) => await tx.tag.create({ data: { name: 'cầu', slug: 'cau' } }));
  expect(answered).toBe(0);
  await holder.query('SELECT pg_advisory_unlock(7)');
  await Promise.all(readers);
  expect(answered).toBe(30);
  await holder.end();
});

test('rows are read as they are written: text, lists, times and what is none', async () => {
  const at = new Date('2026-11-28T17:55:00.123Z');
  const [row] = await readRows`
    SELECT ${'Ổ Ặ ễ'}::text AS text, ${[3, 1]}::int[] AS list, ${at}::timestamptz AS at, NULL AS none,
      jsonb_build_object('a', ARRAY['đ']) AS json, 5 AS number`;
  expect(row).toEqual({ text: 'Ổ Ặ ễ', list: [3, 1], at, none: null, json: { a: ['đ'] }, number: 5 });
});

test('after PostgreSQL has ended the connections, the next question is answered', async () => {
  await readRows`SELECT 1`;
  await db().$transaction(async (tx) => await tx.$queryRaw`SELECT 1`);
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  await sleep(100);
  expect(await readRows`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  expect(await db().$transaction(async (tx) => await tx.$queryRaw`SELECT 2 AS two`)).toEqual([{ two: 2 }]);
  await other.end();
});
