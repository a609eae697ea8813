import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readColumns, writeColumns } from '#lib/articles/columns.ts';
import { articleContent } from '#lib/articles/content.ts';
import { listPublished } from '#lib/articles/published.ts';
import { db } from '#lib/db.ts';
import { fillArchive, NotForArchives } from '#tests/bench/archive/fill-archive.ts';
import { freshDatabase } from '#tests/support/database.ts';

// The archive that benchmarks measure with: what holds for it must hold for articles that people wrote.

const articles = 60;
const until = new Date('2026-11-22T10:00:00Z');
const asked = { articles, until, quiet: true };

/** Indexes and rules, as the database has them. */
const rules = async () =>
  await db().$queryRaw<{ said: string }[]>`
    SELECT indexdef AS said FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL
    SELECT format('%s %s %s', conrelid::regclass, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', ''))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1`;

/** An article's row and what hangs on it, but for the time of the last change. */
const rowsOf = async (id: number) =>
  await db().article.findUniqueOrThrow({
    where: { id },
    omit: { updatedAt: true },
    include: {
      tags: { orderBy: { position: 'asc' } },
      bylines: { orderBy: { position: 'asc' } },
      pictures: { orderBy: { pictureId: 'asc' } },
      picks: { orderBy: { position: 'asc' } },
    },
  });

describe('an archive', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let before: Awaited<ReturnType<typeof rules>>;

  beforeAll(async () => {
    database = await freshDatabase();
    before = await rules();
    await fillArchive(database.url, asked);
  });
  afterAll(() => database.close());

  test('has as many articles as were asked for, and the indexes and rules it began with', async () => {
    expect(await db().article.count()).toBe(articles);
    expect(await rules()).toEqual(before);
  });

  test('has in every row what saving the article in the newsroom writes there', async () => {
    const ids = await db().article.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
    for (const { id } of ids) {
      const written = await rowsOf(id);
      const content = await db().$transaction(async (tx) => {
        const read = await readColumns(tx, id);
        // What the editor sends is cleaned at its door; an archive's text must be clean already.
        await writeColumns(tx, id, articleContent.parse(read));
        return read;
      });
      expect(articleContent.parse(content)).toEqual(content);
      expect(await rowsOf(id)).toEqual(written);
    }
  });

  test('reaches readers: its newest article comes first, and none is of a time to come', async () => {
    const { id } = await db().category.findUniqueOrThrow({ where: { path: 'tin-tuc' } });
    const { cards, hasMore } = await listPublished({ of: 'sections', ids: [id], but: [] }, 1);
    expect(cards).toHaveLength(20);
    expect(hasMore).toBe(true);
    const times = cards.map((card) => card.publishedAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(Math.max(...times)).toBeLessThanOrEqual(until.getTime());
  });

  test('is left as it is when it is asked for again', async () => {
    await fillArchive(database.url, asked);
    expect(await db().article.count()).toBe(articles);
  });

  test('is not written beside other articles unless that is said', async () => {
    const more = { ...asked, articles: 30 };
    await expect(fillArchive(database.url, more)).rejects.toThrow(NotForArchives);
    expect(await db().article.count()).toBe(articles);
    await fillArchive(database.url, { ...more, besides: true });
    expect(await db().article.count()).toBe(articles + 30);
    expect(await rules()).toEqual(before);
  });
});

test('an archive that was interrupted goes on, and is the one it would have been', async () => {
  const first = await freshDatabase();
  const texts = async () =>
    await db().article.findMany({ select: { id: true, title: true, body: true }, orderBy: { id: 'asc' } });
  await fillArchive(first.url, asked);
  const whole = await texts();
  await first.close();

  const second = await freshDatabase();
  const before = await rules();
  await expect(fillArchive(second.url, { ...asked, signal: AbortSignal.abort() })).rejects.toThrow();
  expect(await rules()).not.toEqual(before);
  await fillArchive(second.url, asked);
  expect(await texts()).toEqual(whole);
  expect(await rules()).toEqual(before);
  await second.close();
});
