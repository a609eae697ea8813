import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPublished, pageSize } from '#lib/articles/published.ts';
import { countRunning, type Running } from '#lib/articles/running.ts';
import { db } from '#lib/db.ts';
import { fillArchive } from '#tests/bench/archive/fill-archive.ts';
import { freshDatabase } from '#tests/support/database.ts';

// Lists are read by what the database keeps beside the articles (published_month, published_at of tags and bylines). It
// must be what counting would find, whatever was done to the articles and by whomever.

let database: Awaited<ReturnType<typeof freshDatabase>>;
const articles = 700;

beforeAll(async () => {
  database = await freshDatabase();
  await fillArchive(database.url, { articles, quiet: true });
});
afterAll(() => database.close());

const wrongCounts = async () =>
  await db().$queryRaw<unknown[]>`
    SELECT * FROM (SELECT category_id, month, count FROM published_month WHERE count <> 0) AS kept
    FULL JOIN (SELECT category_id, month_of(first_published_at) AS month, count(*) AS true_count FROM article
      WHERE status = 'published' GROUP BY 1, 2) AS counted USING (category_id, month)
    WHERE count IS DISTINCT FROM true_count`;

const wrongTimes = async () =>
  await db().$queryRaw<unknown[]>`
    SELECT article_id FROM (SELECT article_id, published_at FROM article_tag
      UNION ALL SELECT article_id, published_at FROM article_byline) AS hanging JOIN article ON article.id = article_id
    WHERE published_at IS DISTINCT FROM CASE WHEN status = 'published' THEN first_published_at END`;

const run = async (sql: string) => await db().$executeRawUnsafe(sql);

const changes: Record<string, string> = {
  'many are withdrawn':
    "UPDATE article SET status = 'withdrawn', withdrawn_at = now() WHERE id % 7 = 0 AND status = 'published'",
  'some come back':
    "UPDATE article SET status = 'published', withdrawn_at = NULL WHERE id % 14 = 0 AND status = 'withdrawn'",
  'a section goes into another':
    "UPDATE article SET category_id = (SELECT id FROM category WHERE path = 'thoi-su') WHERE category_id = (SELECT id FROM category WHERE path = 'thoi-su/do-thi')",
  'times are put right':
    "UPDATE article SET first_published_at = first_published_at - interval '40 days' WHERE id % 11 = 0 AND status = 'published'",
  'texts are changed': "UPDATE article SET title = title || '.', updated_at = now() WHERE id % 3 = 0",
  'some are deleted': 'DELETE FROM article WHERE id % 13 = 0',
  'tags change hands':
    'UPDATE article_tag SET tag_id = (SELECT max(id) FROM tag) WHERE tag_id = (SELECT min(id) FROM tag)',
  'tags are hung on what readers have and on what they have not':
    'INSERT INTO article_tag (article_id, tag_id, position) SELECT a.id, t.id, 90 FROM article a, (SELECT max(id) - 1 AS id FROM tag) t WHERE a.id % 5 = 0 ON CONFLICT DO NOTHING',
};

test('counts and times are those of the articles, whatever is done to these', async () => {
  for (const [what, sql] of Object.entries(changes)) {
    await run(sql);
    expect(await wrongCounts(), what).toEqual([]);
    expect(await wrongTimes(), what).toEqual([]);
  }
});

/** All that the pages of a list show, page by page to the last. */
async function readThrough(running: Running): Promise<number[]> {
  const found: number[] = [];
  for (let page = 1; ; page++) {
    const { cards, hasMore } = await listPublished(running, page);
    found.push(...cards.map((card) => card.id));
    if (!hasMore) return found;
    expect(cards).toHaveLength(pageSize);
  }
}

const inOrder = async (where: object) => {
  const rows = await db().article.findMany({
    where: { ...where, status: 'published' },
    orderBy: [{ firstPublishedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return rows.map((row) => row.id);
};

test('the pages of a section with its children show each article once, without those that are pinned', async () => {
  const sections = await db().category.findMany({ where: { path: { startsWith: 'thoi-su' } } });
  const ids = sections.map((section) => section.id);
  const all = await inOrder({ categoryId: { in: ids } });
  // Two of the same month, one far back, one of another section, one that readers do not have.
  const elsewhere = await db().article.findFirstOrThrow({
    where: { status: 'published', categoryId: { notIn: ids } },
  });
  const draft = await db().article.findFirstOrThrow({ where: { status: { not: 'published' } } });
  const but = [...all.slice(1, 3), ...all.slice(-2, -1), elsewhere.id, draft.id];
  const running = { of: 'sections', ids, but } as const;
  const shown = all.filter((id) => !but.includes(id));
  expect(shown.length).toBeGreaterThan(3 * pageSize);
  expect(await readThrough(running)).toEqual(shown);
  expect(await countRunning(db(), ids, but)).toBe(shown.length);
  expect(await listPublished(running, 20_000)).toEqual({ cards: [], page: 20_000, hasMore: false });
});

test('the pages of a tag, a byline and a running story show each article once', async () => {
  const [tag] = await db().articleTag.groupBy({
    by: 'tagId',
    _count: true,
    orderBy: { _count: { tagId: 'desc' } },
    take: 1,
  });
  const [byline] = await db().articleByline.groupBy({
    by: 'bylineId',
    _count: true,
    orderBy: { _count: { bylineId: 'desc' } },
    take: 1,
  });
  const story = await db().article.findFirstOrThrow({
    where: { status: 'published', topicId: { not: null } },
  });
  const [tagId, bylineId, topicId] = [tag?.tagId ?? 0, byline?.bylineId ?? 0, story.topicId ?? 0];
  const tagged = await inOrder({ tags: { some: { tagId } } });
  expect(tagged.length).toBeGreaterThan(pageSize);
  expect(await readThrough({ of: 'tag', id: tagId })).toEqual(tagged);
  expect(await readThrough({ of: 'byline', id: bylineId })).toEqual(
    await inOrder({ bylines: { some: { bylineId } } }),
  );
  expect(await readThrough({ of: 'topic', id: topicId })).toEqual(await inOrder({ topicId }));
});

test('two who publish into the same sections at once both count', async () => {
  const drafts = await db().article.findMany({
    where: { status: 'withdrawn' },
    take: 20,
    select: { id: true },
  });
  await Promise.all(
    drafts.map(({ id }) =>
      db().article.update({ where: { id }, data: { status: 'published', withdrawnAt: null } }),
    ),
  );
  expect(drafts.length).toBeGreaterThan(5);
  expect(await wrongCounts()).toEqual([]);
});
