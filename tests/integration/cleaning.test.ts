import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { db } from '#lib/db.ts';
import { cleanJob } from '#lib/jobs/clean.ts';
import { makeActor } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});

const dayMs = 24 * 60 * 60 * 1000;

test('what has run out is thrown away, what has not stays, and the log stays whole', async () => {
  const now = new Date();
  const [old, late] = [new Date(now.getTime() - 8 * dayMs), new Date(now.getTime() + dayMs)];
  const { id: userId } = await makeActor('admin');
  for (const [name, expiresAt] of [
    ['old', old],
    ['new', late],
  ] as const) {
    await db().session.create({ data: { token: name, userId, expiresAt } });
    await db().verification.create({ data: { identifier: name, value: name, expiresAt } });
  }
  for (const at of [old, now]) {
    await db().outbox.create({ data: { reason: 'test', tags: ['site'], at } });
    await db().auditEntry.create({ data: { action: 'test', subjectType: 'test', at } });
    await db().signInThrottle.create({ data: { key: `email:${at.getTime()}`, since: at } });
  }
  const dataDir = makeTempFolder('clean');
  vi.stubEnv('DATA_DIR', dataDir);
  const uploads = join(dataDir, 'uploads');
  await mkdir(uploads);
  for (const [name, at] of [
    ['a'.repeat(32), old],
    ['b'.repeat(32), now],
  ] as const) {
    await writeFile(join(uploads, name), 'x');
    await utimes(join(uploads, name), at, at);
  }

  await cleanJob(now);

  expect((await db().session.findMany()).map(({ token }) => token)).toEqual(['new']);
  expect((await db().verification.findMany()).map(({ identifier }) => identifier)).toEqual(['new']);
  expect((await db().outbox.findMany()).map(({ at }) => at)).toEqual([now]);
  expect((await db().signInThrottle.findMany()).map(({ since }) => since)).toEqual([now]);
  expect(await db().auditEntry.count({ where: { action: 'test' } })).toBe(2);
  expect(await readdir(uploads)).toEqual(['b'.repeat(32)]);
});
