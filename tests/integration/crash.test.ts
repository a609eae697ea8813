import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleContent } from '#lib/articles/content.ts';
import { saveDraft } from '#lib/articles/drafts.ts';
import { publishArticle, scheduleArticle } from '#lib/articles/publishing.ts';
import { db } from '#lib/db.ts';
import type { Actor } from '#lib/staff/types.ts';
import { makeActor, makeSection, type Written, writeArticle } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { type DatabaseProxy, startDatabaseProxy } from '#tests/support/database-proxy.ts';
import { type Starting, startSite } from '#tests/support/server.ts';
import type { Order } from '#tests/support/verb-process.ts';

// kill -9 in the middle of each way to print: a process of its own does the verb, and dies after the 1st, 2nd … last
// statement that it sends. Each time the article is wholly before or wholly after, and readers see just that.

let database: Awaited<ReturnType<typeof freshDatabase>>;
let reporter: Actor;
let chief: Actor;
let section: number;
let otherSection: number;

const picture = (key: string) => ({
  key,
  originalName: 'a.jpg',
  originalType: 'image/jpeg',
  originalBytes: 1,
  width: 640,
  height: 480,
  renditions: [320],
  dominantColor: '#a0b0c0',
});
const photo = { picture: 'a'.repeat(24), alt: 'Cầu', caption: 'Cầu mới', credit: 'Ảnh: An' };

beforeAll(async () => {
  database = await freshDatabase();
  section = await makeSection('Thời sự');
  otherSection = await makeSection('Đời sống');
  reporter = await makeActor('reporter', ['thoi-su']);
  chief = await makeActor('editor_in_chief');
  await db().picture.create({ data: picture(photo.picture) });
  await db().picture.create({ data: picture('b'.repeat(24)) });
}, 60_000);
afterAll(async () => {
  await database.close();
});

const body = (words: string): ArticleContent['body'] => [
  { type: 'paragraph', line: [{ text: words }] },
  { type: 'photo', ...photo },
];

/** A draft with something in each of its parts. */
async function draft(): Promise<Written> {
  return await writeArticle(reporter, {
    categoryId: section,
    body: body('Bản đầu.'),
    tags: ['cầu', 'giao thông'],
    bylines: ['Người Viết'],
    cover: photo,
  });
}

async function published(): Promise<Written> {
  const asked = await draft();
  await publishArticle(chief, asked, new Date());
  return asked;
}

/** A published article that was rewritten in all its parts, and not updated yet. */
async function rewritten(): Promise<Written> {
  const { id, version } = await published();
  const content: ArticleContent = {
    type: 'feature',
    title: `Bản tin sửa số ${id}`,
    sapo: 'Một câu khác.',
    agency: 'TTXVN',
    categoryId: otherSection,
    topicId: null,
    tags: ['giao thông', `thẻ mới ${id}`],
    bylines: [`Bút danh mới ${id}`],
    cover: { ...photo, picture: 'b'.repeat(24) },
    body: body('Bản sau.'),
    picks: [],
  };
  const saved = await saveDraft(chief, { id, baseVersion: version, content, reason: 'save' }, new Date());
  return { id, version: saved.version };
}

/** Scheduled, its hour passed: what the clock meets. */
async function due(): Promise<Written> {
  const asked = await draft();
  await scheduleArticle(chief, { ...asked, at: new Date(Date.now() + 600_000) }, new Date());
  await db().article.update({ where: { id: asked.id }, data: { goLiveAt: new Date(Date.now() - 1000) } });
  return asked;
}

/** All that the database says of an article. */
async function look(id: number) {
  // Waits for the end of whatever the killed process had begun.
  await db().$queryRaw`SELECT 1 FROM article WHERE id = ${id} FOR UPDATE`;
  const article = await db().article.findUniqueOrThrow({
    where: { id },
    include: {
      workingCopy: true,
      cover: { select: { key: true } },
      tags: { orderBy: { position: 'asc' }, select: { tag: { select: { name: true } } } },
      bylines: { orderBy: { position: 'asc' }, select: { byline: { select: { name: true } } } },
      pictures: { select: { picture: { select: { key: true } } } },
      picks: true,
      revisions: { orderBy: { number: 'asc' } },
    },
  });
  const audits = await db().auditEntry.findMany({
    where: { subjectType: 'article', subjectId: id },
    orderBy: { id: 'asc' },
  });
  const outbox = await db().outbox.findMany({
    where: { tags: { has: `article:${id}` } },
    orderBy: { id: 'asc' },
  });
  return { article, audits, outbox };
}

/** What was found, without what differs between two articles that went the same way: numbers and times. */
function likeOthers(found: unknown, id: number): unknown {
  const own = new RegExp(`\\b${id}\\b`, 'g');
  const known = (key: string, value: unknown): unknown => {
    if (/^id$|Id$/.test(key) && value !== null) return 'id';
    // How many others show an article beside them differs from one to the next.
    if (Array.isArray(value)) return value.filter((one) => !String(one).startsWith('rail:'));
    if (typeof value !== 'string') return value;
    const text = value.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, 'time');
    return text.replace(/^(article|category|tag|byline):\d+$/, '$1:id').replace(own, 'id');
  };
  return JSON.parse(JSON.stringify(found, known));
}

interface VerbProcess {
  child: ChildProcess;
  proxy: DatabaseProxy;
  ended: Promise<(number | string | null)[]>;
}

async function startVerbProcess(): Promise<VerbProcess> {
  const proxy = await startDatabaseProxy(database.url);
  const child = fork('tests/support/verb-process.ts', {
    env: { ...process.env, DATABASE_URL: proxy.url },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const ended = once(child, 'exit');
  await once(child, 'message');
  return { child, proxy, ended };
}

/** Does a verb in a process that lives. @returns how many statements it took */
async function doWholly(order: Order): Promise<number> {
  const { child, proxy, ended } = await startVerbProcess();
  child.send(order);
  expect(await ended).toEqual([0, null]);
  await proxy.close();
  return proxy.statements;
}

/** Does verbs in one process, each as far as the statement given with it, and then kills that process. */
async function doAndKill(orders: { order: Order; after: number }[]): Promise<void> {
  const { child, proxy, ended } = await startVerbProcess();
  for (const { order, after } of orders) {
    const held = proxy.holdNext(after);
    child.send(order);
    const over = await Promise.race([held, ended]);
    expect(over, `${order.verb} ended before its statement ${after}`).toBeUndefined();
  }
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  await proxy.close();
}

interface Way {
  verb: Order['verb'];
  begin: () => Promise<Written>;
  /** What readers get at the article's address, before and after. */
  readers: [before: Answer, after: Answer];
}
interface Answer {
  status: number;
  text?: string;
}

const ways: Way[] = [
  { verb: 'publish', begin: draft, readers: [{ status: 404 }, { status: 200, text: 'Bản đầu.' }] },
  {
    verb: 'update',
    begin: rewritten,
    readers: [
      { status: 200, text: 'Bản đầu.' },
      { status: 200, text: 'Bản sau.' },
    ],
  },
  { verb: 'withdraw', begin: published, readers: [{ status: 200, text: 'Bản đầu.' }, { status: 410 }] },
  // The clock of the server that is started afterwards takes up what was killed.
  {
    verb: 'publishScheduled',
    begin: due,
    readers: [
      { status: 200, text: 'Bản đầu.' },
      { status: 200, text: 'Bản đầu.' },
    ],
  },
];

/** Every article that was met, and what readers must get of it. */
const met: { id: number; verb: string; about: string; readers: Answer }[] = [];

const order = ({ verb }: Way, asked: Written): Order => ({ ...asked, verb, actor: chief });

interface Step {
  order: Order;
  after: number;
  before: Awaited<ReturnType<typeof look>>;
}

/**
 * So many at a time die with one process; each has a connection of its own, and db() opens ten. The server loses each
 * connection at its statement: what one article's transaction has locked must not hold up the next.
 */
const atOnce = 8;

describe.each(ways)('$verb, killed', (way) => {
  test('after each of its statements, is done wholly or not at all', { timeout: 300_000 }, async () => {
    // The first to go a way takes other statements: nothing stands beside it yet.
    for (let n = 0; n < 3; n++) await doWholly(order(way, await way.begin()));
    const whole = await way.begin();
    const statements = await doWholly(order(way, whole));
    const wholly = likeOthers(await look(whole.id), whole.id);
    expect(statements).toBeGreaterThan(8);

    const isAsItShould = async ({ order: asked, after, before }: Step) => {
      const found = await look(asked.id);
      const about = `${way.verb} killed after statement ${after} of ${statements}`;
      // The last one is the COMMIT: what the server did then stands, whoever heard of it.
      const isDone = after === statements;
      if (isDone) expect(likeOthers(found, asked.id), about).toEqual(wholly);
      else expect(found, about).toEqual(before);
      met.push({ id: asked.id, verb: way.verb, about, readers: way.readers[isDone ? 1 : 0] });
    };
    const every = Array.from({ length: statements }, (_, index) => index + 1);
    while (every.length > 0) {
      const steps: Step[] = [];
      for (const after of every.splice(0, atOnce)) {
        const asked = await way.begin();
        steps.push({ order: order(way, asked), after, before: await look(asked.id) });
      }
      await doAndKill(steps);
      for (const step of steps) await isAsItShould(step);
    }
  });
});

describe('readers of a server', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite({ databaseUrl: database.url });
  }, 300_000);
  afterAll(async () => {
    await site.stop();
  });

  async function answer(from: Starting, id: number): Promise<Answer> {
    const got = await fetch(`${from.url}/x-${id}.html`);
    const words = /Bản (đầu|sau)\./.exec(await got.text())?.[0];
    return { status: got.status, ...(words && { text: words }) };
  }

  test('started after it get what the database says, of each article', { timeout: 120_000 }, async () => {
    for (const { id, about, readers } of met) {
      await expect.poll(() => answer(site, id), { timeout: 20_000, message: about }).toEqual(readers);
    }
    const clocked = met.filter(({ verb }) => verb === 'publishScheduled').map(({ id }) => id);
    expect(
      await db().auditEntry.count({ where: { subjectId: { in: clocked }, action: 'article.publish' } }),
    ).toBe(clocked.length);
  });

  test('that runs beside it hear of what was committed last', { timeout: 60_000 }, async () => {
    const publish = ways.find(({ verb }) => verb === 'publish');
    if (!publish) throw new Error('no such way');
    const statements = await doWholly(order(publish, await draft()));
    const asked = await draft();
    expect((await answer(site, asked.id)).status).toBe(404);
    await doAndKill([{ order: order(publish, asked), after: statements }]);
    await expect.poll(async () => (await answer(site, asked.id)).status, { timeout: 10_000 }).toBe(200);
  });
});
