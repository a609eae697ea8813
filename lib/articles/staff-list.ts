import { db } from '#lib/db.ts';
import { dayBounds } from '#lib/site/dates.ts';
import { withoutMarks } from '#lib/site/text.ts';
import type { Actor } from '#lib/staff/types.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { ListQuery } from './list-query.ts';
import type { ListedArticle, ListPage } from './types.ts';

// The newsroom's list of articles. Which are meant, and in what order, is asked of one index that holds all that the
// filters ask (article_list_idx), however many there are; only the articles of one page are read whole.

/** Articles on one page of the list. */
export const listPageSize = 50;

/** What the person may read, as `article.read` in the table of permissions has it. */
function visibleTo(actor: Actor): Prisma.Sql {
  switch (actor.role) {
    case 'reporter':
      return Prisma.sql`created_by_id = ${actor.id}`;
    case 'editor':
    case 'managing_editor':
      return Prisma.sql`(category_id = ANY (${[...actor.categoryIds]}) OR created_by_id = ${actor.id})`;
    case 'editor_in_chief':
    case 'admin':
      return Prisma.sql`true`;
  }
}

function writtenBy({ kind, id }: NonNullable<ListQuery['author']>): Prisma.Sql {
  if (kind === 'staff') return Prisma.sql`created_by_id = ${id}`;
  return Prisma.sql`id IN (SELECT article_id FROM article_byline WHERE byline_id = ${id})`;
}

const noon = (day: string) => new Date(`${day}T12:00:00+07:00`);

/** The days looked for, both of them whole. */
function between({ day, from, to }: ListQuery): Prisma.Sql[] {
  const column = day === 'dang' ? Prisma.sql`first_published_at` : Prisma.sql`updated_at`;
  return [
    ...(from ? [Prisma.sql`${column} >= ${dayBounds(noon(from)).from}`] : []),
    ...(to ? [Prisma.sql`${column} < ${dayBounds(noon(to)).to}`] : []),
  ];
}

async function sectionIds(categoryId: number): Promise<number[]> {
  const children = await db().category.findMany({ where: { parentId: categoryId }, select: { id: true } });
  return [categoryId, ...children.map((child) => child.id)];
}

/** All that is looked for but the words. */
async function filters(actor: Actor, query: ListQuery): Promise<Prisma.Sql[]> {
  const { status, categoryId, author } = query;
  return [
    visibleTo(actor),
    ...(status ? [Prisma.sql`status = ${status}::article_status`] : []),
    ...(categoryId ? [Prisma.sql`category_id = ANY (${await sectionIds(categoryId)})`] : []),
    ...(author ? [writtenBy(author)] : []),
    ...between(query),
  ];
}

const wordsOf = (text: string): string[] => withoutMarks(text).match(/[\p{L}\p{N}]+/gu) ?? [];

interface Found {
  ids: number[];
  total: number;
}

const order = Prisma.sql`ORDER BY updated_at DESC, id DESC`;
const part = (page: number) => Prisma.sql`LIMIT ${listPageSize} OFFSET ${(page - 1) * listPageSize}`;
const all = (conditions: Prisma.Sql[]) => Prisma.join(conditions, ' AND ');

/** The page and the count at once: both are read from the index's entries, from different connections. */
async function find(conditions: Prisma.Sql[], page: number): Promise<Found> {
  const where = all(conditions);
  const [rows, [count]] = await Promise.all([
    db().$queryRaw<{ id: number }[]>`SELECT id FROM article WHERE ${where} ${order} ${part(page)}`,
    db().$queryRaw<[{ count: bigint }]>`SELECT count(*) FROM article WHERE ${where}`,
  ]);
  return { ids: rows.map((row) => row.id), total: Number(count.count) };
}

type Counted = { id: number | null; total: bigint }[];

const toFound = (rows: Counted): Found => ({
  ids: rows.flatMap((row) => row.id ?? []),
  total: Number(rows[0]?.total ?? 0),
});

/** A page of what a query named "found" holds, with how many there are: looking for words twice would cost twice. */
const countedPage = (page: number) => Prisma.sql`
  SELECT page.id, counted.total FROM (SELECT count(*) AS total FROM found) AS counted
  LEFT JOIN LATERAL (SELECT id, updated_at FROM found ${order} ${part(page)}) AS page ON true ${order}`;

/**
 * The articles that a text search finds and the other conditions leave. The search's index must be asked first and alone:
 * for a common word PostgreSQL would rather parse the text of every article that the other filters leave, which takes a
 * minute. What it finds may be most of the articles: that must fit into memory, and is quicker read by one process than
 * handed over by several.
 */
async function findBy(search: Prisma.Sql, conditions: Prisma.Sql[], page: number): Promise<Found> {
  const [, found] = await db().$transaction([
    db().$queryRaw`
      SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true),
        set_config('enable_indexonlyscan', 'off', true), set_config('work_mem', '32MB', true),
        set_config('max_parallel_workers_per_gather', '0', true)`,
    db().$queryRaw<Counted>`
      WITH holding AS MATERIALIZED (
        SELECT id, updated_at, status, category_id, created_by_id, first_published_at FROM article WHERE ${search}
      ), found AS NOT MATERIALIZED (
        SELECT id, updated_at FROM holding WHERE ${all(conditions)}
      ) ${countedPage(page)}`,
  ]);
  return toFound(found);
}

/** All the words stand in the headline, in any order; the last may be only begun. */
async function findInHeadlines(conditions: Prisma.Sql[], words: string[], page: number): Promise<Found> {
  const search = Prisma.sql`to_tsvector('simple', title_words) @@ to_tsquery('simple', ${`${words.join(' & ')}:*`})`;
  return await findBy(search, conditions, page);
}

async function findInText(conditions: Prisma.Sql[], words: string[], page: number): Promise<Found> {
  const search = Prisma.sql`to_tsvector('simple', search_text) @@ plainto_tsquery('simple', ${words.join(' ')})`;
  return await findBy(search, conditions, page);
}

/** What the words were found in: nobody's headline has them, but the text of these does. */
async function findWords(conditions: Prisma.Sql[], words: string[], { page, inText }: ListQuery) {
  const found = inText ? null : await findInHeadlines(conditions, words, page);
  if (found && found.total > 0) return { ...found, inText: false };
  return { ...(await findInText(conditions, words, page)), inText: true };
}

const listedSelect = {
  id: true,
  title: true,
  status: true,
  updatedAt: true,
  firstPublishedAt: true,
  goLiveAt: true,
  approvedAt: true,
  category: { select: { name: true } },
  createdBy: { select: { name: true } },
  bylines: { orderBy: { position: 'asc' }, select: { byline: { select: { name: true } } } },
  workingCopy: { select: { articleId: true } },
} satisfies Prisma.ArticleSelect;

async function readListed(ids: number[]): Promise<ListedArticle[]> {
  const rows = await db().article.findMany({ where: { id: { in: ids } }, select: listedSelect });
  const places = new Map(ids.map((id, place) => [id, place]));
  return rows
    .toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
    .map(({ category, createdBy, bylines, workingCopy, ...row }) => ({
      ...row,
      section: category?.name ?? null,
      author: createdBy?.name ?? null,
      bylines: bylines.map(({ byline }) => byline.name),
      hasChanges: workingCopy !== null,
    }));
}

/**
 * One page of the articles that the person may read and the query names, those changed last first. A page beyond the
 * last is the last. Words are looked for in the headlines and, where no headline has them (or the query says so), in all
 * of the text.
 */
export async function listForStaff(actor: Actor, query: ListQuery): Promise<ListPage> {
  const conditions = await filters(actor, query);
  const words = wordsOf(query.text);
  const look = async (page: number) =>
    words.length === 0
      ? { ...(await find(conditions, page)), inText: false }
      : await findWords(conditions, words, { ...query, page });
  const asked = await look(query.page);
  const pages = Math.max(1, Math.ceil(asked.total / listPageSize));
  const page = Math.min(query.page, pages);
  const { ids, total, inText } = page === query.page ? asked : await look(page);
  return { articles: await readListed(ids), page, pages, total, inText };
}
