import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { publishArticle } from '#lib/articles/publishing.ts';
import { db } from '#lib/db.ts';
import { migrate } from '#lib/server/migrations.ts';
import { startPostgres } from '#lib/server/postgres.ts';
import type { Actor } from '#lib/staff/types.ts';
import { enter } from '#tests/support/accounts.ts';
import { makeSection, setSelfApproval, writeArticle } from '#tests/support/articles.ts';
import { pressPublish } from '#tests/support/newsroom-button.ts';
import { restartPostgres } from '#tests/support/restart-postgres.ts';
import { beginSite, endSite, freePort, type Starting, untilServing } from '#tests/support/server.ts';
import { makeStaff } from '#tests/support/staff.ts';
import { makeTempFolder, sweep } from '#tests/support/temp-folder.ts';
import { Visitor } from '#tests/support/visitor.ts';

// A server that is killed, loses its database, finds the disk full or its file of pages damaged, while readers ask on and
// on: no page is wrong, and it serves again.

const secret = 'a secret of this test, long enough';
const postgresFolder = makeTempFolder('hard-postgres');
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let chief: Actor;
let section: number;
let site: Starting;
let visitor: Visitor;
const env = { DATA_DIR: makeTempFolder('hard-site'), PORT: '', AUTH_SECRET: secret };

beforeAll(async () => {
  postgres = await startPostgres(postgresFolder, '-c fsync=off -c max_connections=100');
  await migrate(postgres.url);
  env.PORT = String(await freePort());
  // What is signed here the server takes for its own.
  Object.assign(process.env, {
    DATABASE_URL: postgres.url,
    AUTH_SECRET: secret,
    SITE_URL: `http://localhost:${env.PORT}`,
  });
  section = await makeSection('Thời sự');
  await setSelfApproval('always');
  visitor = new Visitor('127.0.0.1');
  chief = await enter(visitor, await makeStaff('editor_in_chief'));
  // With an article in it the site does not load the sample newspaper.
  await publishArticle(chief, await writeArticle(chief, { categoryId: section }), new Date());
  site = await start();
}, 300_000);
afterAll(async () => {
  await endSite(site, 'SIGKILL');
  await db().$disconnect();
  await postgres.stop();
  await sweep(postgresFolder);
});

async function start(largestFileKilobytes?: number): Promise<Starting> {
  const limit = largestFileKilobytes === undefined ? {} : { largestFileKilobytes };
  const started = await beginSite({ databaseUrl: postgres.url, env, ...limit });
  await untilServing(started);
  return started;
}

interface Load {
  answers: Map<string, number>;
  end: () => Promise<void>;
}
let load: Load | null = null;
afterEach(async () => {
  await load?.end();
  load = null;
});

/** What is wrong with an answer, or null. A page is whole or is not sent at all. */
function faultOf(path: string, answer: Response, text: string): string | null {
  if (answer.status === 200 && !text.endsWith('</html>')) return `${path}: cut off`;
  if (answer.status === 503 && !answer.headers.has('retry-after')) return `${path}: 503, no Retry-After`;
  return null;
}

/** Readers who ask for these addresses, each again as soon as it is answered. */
function ask(paths: readonly string[], wrong: string[]): Load {
  const answers = new Map<string, number>();
  let isOver = false;
  const readOnce = async (path: string) => {
    const answer = await fetch(site.url + path, { redirect: 'manual' });
    const fault = faultOf(path, answer, await answer.text());
    if (fault) wrong.push(fault);
    answers.set(String(answer.status), (answers.get(String(answer.status)) ?? 0) + 1);
  };
  const read = async (path: string) => {
    // While nothing listens they try again.
    while (!isOver) await readOnce(path).catch(() => sleep(10));
  };
  const all = Promise.all(paths.flatMap((path) => [read(path), read(path)]));
  load = {
    answers,
    end: async () => {
      isOver = true;
      await all;
    },
  };
  return load;
}

/** What readers must get, by what the database says now. */
async function demandTrue(about: string): Promise<void> {
  const articles = await db().article.findMany({
    orderBy: { firstPublishedAt: { sort: 'desc', nulls: 'last' } },
  });
  const newest = articles.filter(({ status }) => status === 'published').slice(0, 5);
  for (const path of ['/', '/thoi-su', '/tag/giao-thong']) {
    const answer = await fetch(site.url + path);
    const text = await answer.text();
    expect(answer.status, `${about}: ${path}`).toBe(200);
    for (const { id, title } of newest) {
      expect(text.includes(`-${id}.html`) && text.includes(title), `${about}: ${id} on ${path}`).toBe(true);
    }
  }
  for (const { id, slug, status } of articles.slice(-12)) {
    const answer = await fetch(`${site.url}/${slug}-${id}.html`);
    expect(answer.status, `${about}: ${status} ${id}`).toBe(status === 'published' ? 200 : 404);
  }
}

const soon = { timeout: 15_000, interval: 100 };

test('killed while it publishes, it serves what the database says', { timeout: 120_000 }, async () => {
  const wrong: string[] = [];
  for (const afterMs of [2, 10, 25]) {
    const written = await writeArticle(chief, { categoryId: section });
    const { slug } = await db().article.findUniqueOrThrow({ where: { id: written.id } });
    const { end } = ask(['/', '/thoi-su', `/${slug}-${written.id}.html`], wrong);
    await sleep(100);
    const pressed = pressPublish(site.url, visitor, written).catch(() => {});
    await sleep(afterMs);
    await endSite(site, 'SIGKILL');
    await pressed;
    site = await start();
    await end();
    await demandTrue(`killed ${afterMs} ms after "Xuất bản"`);
  }
  expect(wrong).toEqual([]);
});

test('PostgreSQL restarted: pages kept go on, others wait, what is published then shows', {
  timeout: 60_000,
}, async () => {
  const wrong: string[] = [];
  await demandTrue('before');
  const kept = await (await fetch(`${site.url}/thoi-su`)).text();
  const { answers } = ask(['/', '/thoi-su', '/tag/khong-co', '/tim-kiem?q=cau'], wrong);
  for (let round = 0; round < 2; round++) {
    const restarted = restartPostgres(postgresFolder);
    for (let n = 0; n < 20; n++) {
      const answer = await fetch(`${site.url}/thoi-su`);
      expect([answer.status, await answer.text()]).toEqual([200, kept]);
      // Never asked for: made, or honestly not.
      const other = await fetch(`${site.url}/tag/chua-co-${round}-${n}`);
      await other.text();
      expect([404, 503]).toContain(other.status);
    }
    await restarted;
  }
  await load?.end();
  expect([...answers.keys()].toSorted()).toEqual(answers.has('503') ? ['200', '404', '503'] : ['200', '404']);
  expect(wrong).toEqual([]);
  // This process has lost its connections too.
  await expect
    .poll(
      () =>
        db()
          .article.count()
          .catch(() => 0),
      soon,
    )
    .toBeGreaterThan(0);
  const written = await writeArticle(chief, { categoryId: section });
  await publishArticle(chief, written, new Date());
  const shows = async () =>
    (await (await fetch(`${site.url}/thoi-su`)).text()).includes(`-${written.id}.html`);
  await expect.poll(shows, soon).toBe(true);
  await demandTrue('after');
});

test('with a full disk it serves on; the next start makes the pages anew', { timeout: 60_000 }, async () => {
  if (process.platform === 'win32') return;
  await endSite(site);
  site = await start(8);
  await demandTrue('full');
  expect(await endSite(site)).toBe(0);
  expect(site.errors).toContain('The finished pages could not be written down');
  expect(readdirSync(env.DATA_DIR).filter((name) => name.endsWith('.part'))).toEqual([]);
  site = await start();
  await demandTrue('afterwards');
});

const damages: [how: string, damage: (file: string) => void][] = [
  ['cut off', (file) => truncateSync(file, statSync(file).size - 100)],
  [
    'changed in one bit',
    (file) => {
      const bytes = readFileSync(file);
      const middle = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
      writeFileSync(file, bytes);
    },
  ],
];

test('a file of pages that is damaged is not used', { timeout: 60_000 }, async () => {
  const file = join(env.DATA_DIR, 'pages.bin');
  for (const [how, damage] of damages) {
    await demandTrue(`before it was ${how}`);
    expect(await endSite(site)).toBe(0);
    damage(file);
    site = await start();
    await demandTrue(how);
    await expect.poll(() => site.errors, soon).toContain("The finished pages on disk can't be used");
  }
});

test('what was changed while it was down is not taken from the file', { timeout: 60_000 }, async () => {
  await demandTrue('before');
  expect(await endSite(site)).toBe(0);
  expect(statSync(join(env.DATA_DIR, 'pages.bin')).size).toBeGreaterThan(10_000);
  await publishArticle(chief, await writeArticle(chief, { categoryId: section }), new Date());
  site = await start();
  await demandTrue('after');
  expect(site.errors).toBe('');
});
