import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { publishArticle, withdrawArticle } from '#lib/articles/publishing.ts';
import { db } from '#lib/db.ts';
import { indexNowJob } from '#lib/jobs/index-now.ts';
import { startJobs } from '#lib/jobs/start.ts';
import type { Actor } from '#lib/staff/types.ts';
import { makeActor, makeArticle, makeSection } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';

interface Message {
  host: string;
  key: string;
  keyLocation: string;
  urlList: string[];
}

let database: Awaited<ReturnType<typeof freshDatabase>>;
let engine: Server;
let chief: Actor;
let section: number;
let stopJobs = async () => {};
let heard: Message[] = [];
/** What the search engine answers, one after the other; then 200. */
let answers: number[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  engine = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    heard.push(JSON.parse(text));
    response.writeHead(answers.shift() ?? 200).end();
  }).listen(0, '127.0.0.1');
  await once(engine, 'listening');
  const address = engine.address();
  process.env['SITE_URL'] = 'https://baomochai.example';
  process.env['INDEXNOW_KEY'] = '5f0c7a52b1d94e0c';
  process.env['INDEXNOW_URL'] =
    `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/indexnow`;
  chief = await makeActor('editor_in_chief');
  section = await makeSection('Thời sự');
  stopJobs = await startJobs(database.url);
});
afterAll(async () => {
  await stopJobs();
  engine.close();
  Reflect.deleteProperty(process.env, 'INDEXNOW_KEY');
  await database.close();
});
beforeEach(() => {
  heard = [];
  answers = [];
});

/** A minute ago: what is gathered for ten seconds goes out at once. */
const now = () => new Date(Date.now() - 60_000);
const asked = async (id: number) => {
  const { version } = await db().article.findUniqueOrThrow({ where: { id } });
  return { id, version };
};
async function untilHeard(count: number): Promise<string[]> {
  for (let tries = 0; tries < 200; tries++) {
    const urls = heard.flatMap(({ urlList }) => urlList);
    if (urls.length >= count) return urls;
    await sleep(100);
  }
  return heard.flatMap(({ urlList }) => urlList);
}
const addressOf = async (id: number) =>
  `https://baomochai.example/${(await db().article.findUniqueOrThrow({ where: { id } })).slug}-${id}.html`;

test('each publication and withdrawal is told, several in one message, with the key and where it lies', async () => {
  const content = { categoryId: section };
  const ids = [
    await makeArticle({ status: 'edited', content }),
    await makeArticle({ status: 'edited', content }),
    await makeArticle({ status: 'published', content }),
  ];
  const [first = 0, second = 0, gone = 0] = ids;
  await publishArticle(chief, await asked(first), now());
  await publishArticle(chief, await asked(second), now());
  await withdrawArticle(chief, { ...(await asked(gone)), reason: 'Sai nguồn tin.' }, now());
  const urls = await untilHeard(3);
  expect(new Set(urls)).toEqual(new Set(await Promise.all(ids.map(addressOf))));
  expect(heard[0]).toMatchObject({
    host: 'baomochai.example',
    key: '5f0c7a52b1d94e0c',
    keyLocation: 'https://baomochai.example/5f0c7a52b1d94e0c.txt',
  });
}, 40_000);

test('an address that is told of several times comes once', async () => {
  await indexNowJob([{ paths: ['/a-1.html', '/b-2.html'] }, { paths: ['/a-1.html'] }]);
  expect(heard.map(({ urlList }) => urlList)).toEqual([
    ['https://baomochai.example/a-1.html', 'https://baomochai.example/b-2.html'],
  ]);
});

test('an engine that asks to come later is told again; one that refuses the key is not', async () => {
  answers = [429, 503];
  await expect(indexNowJob([{ paths: ['/a-1.html'] }])).rejects.toThrow('429');
  await expect(indexNowJob([{ paths: ['/a-1.html'] }])).rejects.toThrow('503');
  await indexNowJob([{ paths: ['/a-1.html'] }]);
  answers = [403];
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  await indexNowJob([{ paths: ['/a-1.html'] }]);
  expect(said).toHaveBeenCalledWith(expect.stringContaining('INDEXNOW_KEY'));
  said.mockRestore();
  expect(heard).toHaveLength(4);
});

test('without a key nobody is told, and nothing waits to be', async () => {
  const key = process.env['INDEXNOW_KEY'] ?? '';
  Reflect.deleteProperty(process.env, 'INDEXNOW_KEY');
  try {
    const id = await makeArticle({ status: 'edited', content: { categoryId: section } });
    const before = await db().$queryRaw`SELECT count(*) FROM pgboss.job WHERE name = 'index-now'`;
    await publishArticle(chief, await asked(id), now());
    await indexNowJob([{ paths: ['/a-1.html'] }]);
    expect(await db().$queryRaw`SELECT count(*) FROM pgboss.job WHERE name = 'index-now'`).toEqual(before);
    expect(heard).toEqual([]);
  } finally {
    process.env['INDEXNOW_KEY'] = key;
  }
});

test('what readers never had is told to nobody, and what is rolled back neither', async () => {
  const draft = await makeArticle({ status: 'edited', content: {} });
  await expect(publishArticle(chief, await asked(draft), now())).rejects.toThrow();
  const [row] = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pgboss.job WHERE name = 'index-now' AND state < 'completed'`;
  expect(Number(row?.count)).toBe(0);
});
