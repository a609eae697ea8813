import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { POST } from '#app/api/luot-doc/route.ts';
import { withdrawArticle } from '#lib/articles/publishing.ts';
import { db } from '#lib/db.ts';
import { dropOldReads, settleMostRead } from '#lib/most-read/settle.ts';
import { countRead, writeReads } from '#lib/most-read/tally.ts';
import { makeActor, makeArticle, makeSection, seen } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { runProgram } from '#tests/support/program.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let parent: number;
let child: number;

beforeAll(async () => {
  database = await freshDatabase();
  parent = await makeSection('Thời sự');
  child = await makeSection('Thời sự', 'Đô thị');
});
afterAll(async () => await database.close());
beforeEach(async () => {
  await writeReads();
  await db().articleReads.deleteMany();
});

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0';
let address = 0;
/** Nobody who was there before. */
const somebody = () => ({ 'x-forwarded-for': `10.0.${(++address >> 8) & 255}.${address & 255}` });

async function send(body: string, headers: Record<string, string> = {}): Promise<number> {
  const request = new Request('http://bao.example/api/luot-doc', {
    method: 'POST',
    body,
    headers: {
      'user-agent': firefox,
      'content-length': String(Buffer.byteLength(body)),
      ...somebody(),
      ...headers,
    },
  });
  return (await POST(request)).status;
}

const publish = (categoryId = parent) => makeArticle({ status: 'published', content: { categoryId } });

async function readsOf(id: number): Promise<number> {
  await writeReads();
  const { _sum } = await db().articleReads.aggregate({ where: { articleId: id }, _sum: { reads: true } });
  return _sum.reads ?? 0;
}

test('each reader’s read counts once, in the hour it was', async () => {
  const id = await publish();
  for (let n = 0; n < 3; n++) expect(await send(`{"id":${id}}`)).toBe(204);
  const again = somebody();
  for (let n = 0; n < 3; n++) await send(`{"id":${id}}`, again);
  expect(await readsOf(id)).toBe(4);
  const [row] = await db().articleReads.findMany();
  expect(row?.hour.getTime()).toBe(Math.floor(Date.now() / 3_600_000) * 3_600_000);
  // Written twice, the counts add up in one row.
  await send(`{"id":${id}}`);
  expect(await readsOf(id)).toBe(5);
  expect(await db().articleReads.count()).toBe(1);
});

test('robots, other sites, and what is no beacon count for nothing, and are told nothing', async () => {
  const id = await publish();
  const body = `{"id":${id}}`;
  expect(await send(body, { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://g.co)' })).toBe(
    204,
  );
  expect(await send(body, { 'sec-fetch-site': 'cross-site' })).toBe(204);
  for (const wrong of ['', 'x', '{"id":-1}', `{"id":${id},"who":"me"}`, `${body}${' '.repeat(300)}`]) {
    expect(await send(wrong), wrong).toBe(204);
  }
  expect(await send(body, { 'content-length': 'many' })).toBe(204);
  expect(await readsOf(id)).toBe(0);
  await send(body, { 'sec-fetch-site': 'same-origin' });
  expect(await readsOf(id)).toBe(1);
});

test('made-up numbers, drafts and withdrawn articles leave no row', async () => {
  const draft = await makeArticle({ content: { categoryId: parent } });
  const gone = await makeArticle({ status: 'withdrawn', content: { categoryId: parent } });
  const id = await publish();
  for (const one of [draft, gone, 2_000_000_000, id]) await send(`{"id":${one}}`);
  await writeReads();
  expect((await db().articleReads.findMany()).map((row) => row.articleId)).toEqual([id]);
});

test('several servers add up', async () => {
  const id = await publish();
  const other = `
    import { countRead, writeReads } from '#lib/most-read/tally.ts';
    for (let n = 0; n < 50; n++) countRead(${id}, { address: '10.9.0.' + n, agent: 'another' }, Date.now());
    await writeReads();
    process.exit(0);`;
  const servers = [1, 2].map(() =>
    runProgram('node', ['--input-type=module', '-e', other], {
      env: { DATABASE_URL: process.env['DATABASE_URL'] ?? '' },
    }),
  );
  for (let n = 0; n < 50; n++) countRead(id, { address: `10.8.0.${n}`, agent: firefox }, Date.now());
  await Promise.all([writeReads(), ...servers]);
  expect(await readsOf(id)).toBe(150);
});

test('while the database is away counts wait for it', async () => {
  const id = await publish();
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  await db().$executeRaw`ALTER TABLE article_reads RENAME TO article_reads_away`;
  await send(`{"id":${id}}`);
  await writeReads();
  await writeReads();
  await db().$executeRaw`ALTER TABLE article_reads_away RENAME TO article_reads`;
  expect(await readsOf(id)).toBe(1);
  expect(told).toHaveBeenCalledTimes(1);
  told.mockRestore();
});

const hour = 60 * 60 * 1000;
const now = new Date(Date.UTC(2026, 10, 22, 10, 30));

async function addReads(articleId: number, hoursAgo: number, reads: number): Promise<void> {
  const at = new Date(now.getTime() - 30 * 60_000 - hoursAgo * hour);
  await db().articleReads.create({ data: { hour: at, articleId, reads } });
}

async function listOf(span: string, categoryId: number): Promise<number[]> {
  const row = await db().mostRead.findUnique({ where: { span_categoryId: { span, categoryId } } });
  return row?.articleIds ?? [];
}

async function told(): Promise<string[]> {
  const row = await db().outbox.findFirst({ where: { reason: 'most-read' }, orderBy: { id: 'desc' } });
  return row?.tags.toSorted() ?? [];
}

test('the lists: by reads, of a day and of a week, of the paper and of each section with its children', async () => {
  const [a, b, c] = [await publish(parent), await publish(child), await publish(child)];
  await addReads(a, 1, 10);
  await addReads(b, 2, 4);
  await addReads(b, 3, 8);
  await addReads(c, 48, 100);
  await addReads(await publish(), 1, 2);
  await settleMostRead('day', now);
  await settleMostRead('week', now);
  expect(await listOf('day', 0)).toEqual([b, a]);
  expect(await listOf('week', 0)).toEqual([c, b, a]);
  expect(await listOf('day', parent)).toEqual([b, a]);
  expect(await listOf('day', child)).toEqual([b]);
  expect(await listOf('week', child)).toEqual([c, b]);
});

test('pages are made anew only where a list became another', async () => {
  const [a, b, c] = [await publish(parent), await publish(child), await publish(child)];
  for (const [id, reads] of [
    [a, 30],
    [b, 20],
    [c, 10],
  ] as const)
    await addReads(id, 1, reads);
  await settleMostRead('day', now);
  expect(await told()).toEqual([0, parent, child].map((id) => `most-read:day:${id}`).sort());
  const { id: last } = await db().outbox.findFirstOrThrow({ orderBy: { id: 'desc' } });
  // More reads, the same order.
  await addReads(a, 2, 30);
  await settleMostRead('day', now);
  expect((await db().outbox.findFirstOrThrow({ orderBy: { id: 'desc' } })).id).toBe(last);
  // Another order in the whole paper and in one section, not in the child.
  await addReads(b, 2, 100);
  await settleMostRead('day', now);
  expect(await told()).toEqual([0, parent].map((id) => `most-read:day:${id}`).sort());
});

test('a withdrawn article is not in the next list; nobody reads, no list', async () => {
  const chief = await makeActor('editor_in_chief');
  const [a, b] = [await publish(), await publish()];
  await addReads(a, 1, 30);
  await addReads(b, 1, 20);
  await settleMostRead('day', now);
  expect(await listOf('day', 0)).toEqual([a, b]);
  await withdrawArticle(chief, { ...(await seen(a)), reason: 'Sai.' }, new Date());
  await settleMostRead('day', now);
  expect(await listOf('day', 0)).toEqual([b]);
  await settleMostRead('day', new Date(now.getTime() + 30 * hour));
  expect(await db().mostRead.count({ where: { span: 'day' } })).toBe(0);
});

test('counts that no list asks for any more are dropped', async () => {
  const id = await publish();
  await addReads(id, 24 * 9, 5);
  await addReads(id, 24 * 6, 7);
  await dropOldReads(db(), now);
  expect((await db().articleReads.findMany()).map((row) => row.reads)).toEqual([7]);
});
