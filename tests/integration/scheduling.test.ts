import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { missSchedule, scheduleArticle, unscheduleArticle } from '#lib/articles/publishing.ts';
import { db } from '#lib/db.ts';
import { sendAt } from '#lib/queue/send.ts';
import type { Actor } from '#lib/staff/types.ts';
import { makeActor, makeSection, type Written, writeArticle } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { beginSite, endSite, type Starting, untilServing } from '#tests/support/server.ts';

// Scheduled articles as the newsroom meets them: whole servers, two on one database, and hours a few seconds ahead.

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sites: Starting[] = [];
let reporter: Actor;
let chief: Actor;
let section: number;

/** Two servers started at the same moment, on a database that has no queues yet the first time. */
async function startBoth(): Promise<void> {
  sites = await Promise.all([0, 1].map(() => beginSite({ databaseUrl: database.url })));
  await Promise.all(sites.map((site) => untilServing(site)));
}

/** Ends them as Ctrl-C does; nothing went wrong meanwhile. */
async function stopBoth(): Promise<void> {
  const ending = sites.splice(0);
  const statuses = await Promise.all(ending.map((site) => endSite(site)));
  expect(ending.map((site) => site.errors)).toEqual(ending.map(() => ''));
  expect(statuses).toEqual(ending.map(() => 0));
}

beforeAll(async () => {
  database = await freshDatabase();
  section = await makeSection('Thời sự');
  reporter = await makeActor('reporter', ['thoi-su']);
  chief = await makeActor('editor_in_chief');
  await startBoth();
}, 300_000);
afterAll(async () => {
  try {
    await stopBoth();
  } finally {
    await database.close();
  }
});

const patience = { timeout: 15_000, interval: 100 };
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
const write = () => writeArticle(reporter, { categoryId: section });
const schedule = (asked: Written, at: Date) => scheduleArticle(chief, { ...asked, at }, new Date());

async function scheduled(at: Date): Promise<Written> {
  const asked = await write();
  await schedule(asked, at);
  return asked;
}

const read = (id: number) => db().article.findUniqueOrThrow({ where: { id } });
const statusOf = async ({ id }: Written) => (await read(id)).status;

/** How often the article was published, by everything that a publication leaves behind. */
async function publications({ id }: Written) {
  const subject = { subjectType: 'article', subjectId: id };
  const audits = await db().auditEntry.count({ where: { ...subject, action: 'article.publish' } });
  const revisions = await db().revision.count({ where: { articleId: id, reason: 'article.publish' } });
  const outbox = await db().outbox.count({
    where: { reason: 'article.publish', tags: { has: `article:${id}` } },
  });
  return { audits, revisions, outbox };
}
const once = { audits: 1, revisions: 1, outbox: 1 };
const never = { audits: 0, revisions: 0, outbox: 0 };

async function answers(site: Starting, path: string) {
  const answer = await fetch(`${site.url}${path}`);
  return { status: answer.status, text: await answer.text() };
}

test('goes out at its hour, once, and both servers’ readers have it', { timeout: 60_000 }, async () => {
  const at = inSeconds(3);
  const asked = await scheduled(at);
  const { title } = await read(asked.id);
  for (const site of sites) expect((await answers(site, `/x-${asked.id}.html`)).status).toBe(404);
  await expect.poll(() => statusOf(asked), patience).toBe('published');
  const article = await read(asked.id);
  expect(article.firstPublishedAt).toEqual(at);
  expect(article.statusSince.getTime()).toBeGreaterThanOrEqual(at.getTime());
  for (const site of sites) {
    await expect.poll(async () => (await answers(site, `/x-${asked.id}.html`)).status, patience).toBe(200);
    await expect.poll(async () => (await answers(site, '/')).text, patience).toContain(title);
  }
  // A second publication would have come by now: both servers ask every second.
  await sleep(2500);
  expect(await publications(asked)).toEqual(once);
});

test('everything of one hour goes out at that hour', { timeout: 60_000 }, async () => {
  const many: Written[] = [];
  for (let count = 0; count < 30; count++) many.push(await write());
  const at = inSeconds(4);
  for (const asked of many) await schedule(asked, at);
  await expect
    .poll(async () => (await db().article.count({ where: { status: 'scheduled' } })) === 0, patience)
    .toBe(true);
  for (const asked of many) expect(await publications(asked)).toEqual(once);
});

test('the hour is changed and taken back until the last second', { timeout: 60_000 }, async () => {
  const soon = inSeconds(4);
  const [cancelled, later, earlier] = [await write(), await write(), await write()] as const;
  await schedule(cancelled, soon);
  await schedule(later, soon);
  await schedule(earlier, inSeconds(600));
  await sleep(soon.getTime() - Date.now() - 400);
  await unscheduleArticle(chief, cancelled, new Date());
  await schedule(later, inSeconds(600));
  await schedule(earlier, inSeconds(1));
  await expect.poll(() => statusOf(earlier), patience).toBe('published');
  expect(await publications(earlier)).toEqual(once);
  await sleep(3000);
  expect(await statusOf(cancelled)).toBe('edited');
  expect(await statusOf(later)).toBe('scheduled');
  expect(await publications(cancelled)).toEqual(never);
  expect(await publications(later)).toEqual(never);
  await unscheduleArticle(chief, later, new Date());
});

test('a schedule that is rolled back leaves no job, and one asked for twice leaves one', async () => {
  const jobs = async (articleId: number) => {
    const [found] = await db().$queryRaw<[{ count: bigint }]>`
      SELECT count(*) FROM pgboss.job WHERE data = jsonb_build_object('articleId', ${articleId}::int)`;
    return Number(found.count);
  };
  const at = inSeconds(600);
  const undone = db().$transaction(async (tx) => {
    await sendAt(tx, 'publish-article', { articleId: 900_001 }, at);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await jobs(900_001)).toBe(0);
  for (let time = 0; time < 2; time++) {
    await db().$transaction((tx) => sendAt(tx, 'publish-article', { articleId: 900_002 }, at));
  }
  expect(await jobs(900_002)).toBe(1);
});

test('one that has no job goes out as well', { timeout: 60_000 }, async () => {
  const asked = await scheduled(inSeconds(2));
  await db()
    .$executeRaw`DELETE FROM pgboss.job WHERE data = jsonb_build_object('articleId', ${asked.id}::int)`;
  await expect.poll(() => statusOf(asked), { ...patience, timeout: 40_000 }).toBe('published');
  expect(await publications(asked)).toEqual(once);
});

test('one that can’t be published waits for somebody, and the log says why', {
  timeout: 60_000,
}, async () => {
  const asked = await scheduled(inSeconds(2));
  await db().article.update({ where: { id: asked.id }, data: { body: [{ type: 'unheard-of' }] } });
  await expect.poll(() => statusOf(asked), patience).toBe('edited');
  const entry = await db().auditEntry.findFirstOrThrow({
    where: { subjectId: asked.id, action: 'article.publish_failed' },
  });
  expect(JSON.stringify(entry.details)).toContain('Nội dung bài không đọc được');
  expect(await read(asked.id)).toMatchObject({ goLiveAt: null, approvedById: chief.id });
  // Told once, and not of one whose hour is still to come.
  await missSchedule(asked.id, 'again', new Date());
  expect(await db().auditEntry.count({ where: { action: 'article.publish_failed' } })).toBe(1);
});

test('connections that break at the hour delay nothing', { timeout: 60_000 }, async () => {
  const at = inSeconds(3);
  const asked = await scheduled(at);
  const mine = new URL(database.url).pathname.slice(1);
  for (const wait of [-600, 0, 600]) {
    await sleep(Math.max(0, at.getTime() + wait - Date.now()));
    await db().$queryRaw`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
      WHERE datname = ${mine} AND pid <> pg_backend_pid() AND state IS NOT NULL`.catch(() => {});
  }
  await expect.poll(() => statusOf(asked).catch(() => ''), patience).toBe('published');
  await expect.poll(() => publications(asked).catch(() => never), patience).toEqual(once);
});

test('pages that run out are made anew at their hour, on every server', { timeout: 60_000 }, async () => {
  const asked = await scheduled(inSeconds(1));
  await expect.poll(() => statusOf(asked), patience).toBe('published');
  const path = `/x-${asked.id}.html`;
  for (const site of sites) {
    await expect.poll(async () => (await answers(site, path)).status, patience).toBe(200);
  }
  // Changed behind the newsroom's back: readers see it only when the page is made anew.
  await db().article.update({ where: { id: asked.id }, data: { sapo: 'Đã hết hạn.' } });
  await db().$transaction((tx) =>
    sendAt(tx, 'expire-pages', { tags: [`article:${asked.id}`] }, inSeconds(2)),
  );
  for (const site of sites) {
    expect((await answers(site, path)).text).not.toContain('Đã hết hạn.');
  }
  for (const site of sites) {
    await expect.poll(async () => (await answers(site, path)).text, patience).toContain('Đã hết hạn.');
  }
});

test('one whose hour passed while no server ran goes out at the start', { timeout: 300_000 }, async () => {
  await stopBoth();
  const at = inSeconds(1);
  const asked = await scheduled(at);
  await sleep(2000);
  expect(await statusOf(asked)).toBe('scheduled');
  await startBoth();
  await expect.poll(() => statusOf(asked), patience).toBe('published');
  expect((await read(asked.id)).firstPublishedAt).toEqual(at);
  await sleep(2000);
  expect(await publications(asked)).toEqual(once);
});
