import { db, readRows, type Transaction } from '#lib/db.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { type Month, monthOf, stretchOf } from './months.ts';

// The running order: published articles, newest first, of two of the same moment the one with the higher number; of all of
// the paper, of sections, of a tag, a running story or a byline. Which articles stand at a place of it is asked of an index alone, and only
// those are read whole. What that costs must not grow with the archive.

/** Whose articles, in their running order. */
export type Running =
  | { of: 'paper' }
  | {
      of: 'sections';
      ids: readonly number[] /** Articles that stand elsewhere on the page. */;
      but: readonly number[];
    }
  | { of: 'tag' | 'topic' | 'byline'; id: number };

async function monthsOf(tx: Transaction, ids: readonly number[]): Promise<Month[]> {
  return await tx.$queryRaw<Month[]>`
    SELECT month, sum(count)::int AS count FROM published_month WHERE category_id = ANY (${[...ids]})
    GROUP BY month ORDER BY month DESC`;
}

/** The months without the articles that are left out of the order. */
async function monthsWithout(
  tx: Transaction,
  ids: readonly number[],
  but: readonly number[],
): Promise<Month[]> {
  const months = await monthsOf(tx, ids);
  if (but.length === 0) return months;
  const out = await tx.article.findMany({
    where: { id: { in: [...but] }, status: 'published', categoryId: { in: [...ids] } },
    select: { firstPublishedAt: true },
  });
  const left = out.flatMap(({ firstPublishedAt: at }) => (at ? [monthOf(at).getTime()] : []));
  return months.map(({ month, count }) => ({
    month,
    count: count - left.filter((time) => time === month.getTime()).length,
  }));
}

/** How many articles stand in the running order of these sections, without counting them one by one. */
export async function countRunning(
  tx: Transaction,
  ids: readonly number[],
  but: readonly number[],
): Promise<number> {
  const months = await monthsWithout(tx, ids, but);
  return months.reduce((sum, { count }) => sum + count, 0);
}

type Ids = { id: number }[];

type OfSections = Extract<Running, { of: 'sections' }>;

/** Up to here the first articles of each section are read and put in order together; further back, that would be many. */
const shallow = 100;

async function firstOfSections(
  tx: Transaction,
  { ids, but }: OfSections,
  from: number,
  take: number,
): Promise<Ids> {
  return await tx.$queryRaw<Ids>`
    SELECT first.id FROM unnest(${[...ids]}::int[]) AS section (id), LATERAL (
      SELECT article.id, first_published_at FROM article
      WHERE category_id = section.id AND status = 'published' AND article.id <> ALL (${[...but]})
      ORDER BY first_published_at DESC, article.id DESC LIMIT ${from + take}) AS first
    ORDER BY first_published_at DESC, first.id DESC LIMIT ${take} OFFSET ${from}`;
}

async function ofSections(tx: Transaction, running: OfSections, from: number, take: number): Promise<Ids> {
  if (from + take <= shallow) return await firstOfSections(tx, running, from, take);
  const { ids, but } = running;
  // Read before the articles: who publishes in between has the page made anew all the same.
  const stretch = stretchOf(await monthsWithout(tx, ids, but), from, take);
  if (!stretch) return [];
  return await tx.$queryRaw<Ids>`
    SELECT id FROM article
    WHERE status = 'published' AND category_id = ANY (${[...ids]}) AND id <> ALL (${[...but]})
      AND first_published_at >= ${stretch.since} AND first_published_at < ${stretch.before}
    ORDER BY first_published_at DESC, id DESC LIMIT ${take} OFFSET ${stretch.skip}`;
}

/**
 * The numbers of the first articles in the running order of each group of sections, in one question.
 * @param groups  numbers of sections
 * @returns a list for each group, in their order
 */
export async function listRunningOfEach(groups: readonly number[][], take: number): Promise<number[][]> {
  const sections = groups.flatMap((ids, group) => ids.map((id) => ({ id, group })));
  const rows = await readRows<{ group: number; id: number }>`
    SELECT "group", id FROM (
      SELECT section."group", first.id,
        row_number() OVER (PARTITION BY section."group" ORDER BY first_published_at DESC, first.id DESC) AS place
      FROM unnest(${sections.map(({ id }) => id)}::int[], ${sections.map(({ group }) => group)}::int[])
        AS section (id, "group"), LATERAL (
        SELECT article.id, first_published_at FROM article
        WHERE category_id = section.id AND status = 'published'
        ORDER BY first_published_at DESC, article.id DESC LIMIT ${take}) AS first) AS placed
    WHERE place <= ${take} ORDER BY "group", place`;
  return groups.map((_, group) => rows.flatMap((row) => (row.group === group ? [row.id] : [])));
}

function ofPaper(tx: Transaction, from: number, take: number): Promise<Ids> {
  return tx.$queryRaw<Ids>`
    SELECT id FROM article WHERE status = 'published'
    ORDER BY first_published_at DESC, id DESC LIMIT ${take} OFFSET ${from}`;
}

function ofTopic(tx: Transaction, id: number, from: number, take: number): Promise<Ids> {
  return tx.$queryRaw<Ids>`
    SELECT id FROM article WHERE topic_id = ${id} AND status = 'published'
    ORDER BY first_published_at DESC, id DESC LIMIT ${take} OFFSET ${from}`;
}

function ofHanging(tx: Transaction, kind: 'tag' | 'byline', id: number, from: number, take: number) {
  const table = Prisma.raw(`article_${kind}`);
  const column = Prisma.raw(`${kind}_id`);
  return tx.$queryRaw<Ids>`
    SELECT article_id AS id FROM ${table} WHERE ${column} = ${id} AND published_at IS NOT NULL
    ORDER BY published_at DESC, article_id DESC LIMIT ${take} OFFSET ${from}`;
}

/** The numbers of the articles in the order's places from `from` (the first is 0) on, `take` of them at most. */
export async function listRunning(
  running: Running,
  from: number,
  take: number,
  tx: Transaction = db(),
): Promise<number[]> {
  const ids = async (): Promise<Ids> => {
    switch (running.of) {
      case 'paper':
        return await ofPaper(tx, from, take);
      case 'sections':
        return await ofSections(tx, running, from, take);
      case 'topic':
        return await ofTopic(tx, running.id, from, take);
      case 'tag':
      case 'byline':
        return await ofHanging(tx, running.of, running.id, from, take);
    }
  };
  return (await ids()).map((row) => row.id);
}
