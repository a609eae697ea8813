import { db } from '#lib/db.ts';
import { dayBounds } from '#lib/site/dates.ts';
import { withoutMarks } from '#lib/site/text.ts';
import type { Actor } from '#lib/staff/types.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { ListQuery } from './list-query.ts';
import type { ListedArticle, ListPage } from './types.ts';

// The newsroom's list of articles. Which are meant, and in what order, is asked of one index (article_list_idx) or, for
// words, of the search's; only the articles of one page are read whole.

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

/** All of the words, wherever they stand in the article; the last may be only begun. */
function holding(text: string): Prisma.Sql | null {
  const words = withoutMarks(text).match(/[\p{L}\p{N}]+/gu);
  if (!words) return null;
  const wanted = `${words.join(' & ')}:*`;
  return Prisma.sql`to_tsvector('simple', search_text) @@ to_tsquery('simple', ${wanted})`;
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

async function conditions(actor: Actor, query: ListQuery): Promise<Prisma.Sql> {
  const { text, status, categoryId, author } = query;
  const words = holding(text);
  const all = [
    visibleTo(actor),
    ...(words ? [words] : []),
    ...(status ? [Prisma.sql`status = ${status}::article_status`] : []),
    ...(categoryId ? [Prisma.sql`category_id = ANY (${await sectionIds(categoryId)})`] : []),
    ...(author ? [writtenBy(author)] : []),
    ...between(query),
  ];
  return Prisma.join(all, ' AND ');
}

async function countAll(where: Prisma.Sql): Promise<number> {
  const [row] = await db().$queryRaw<[{ count: bigint }]>`SELECT count(*) FROM article WHERE ${where}`;
  return Number(row.count);
}

async function idsOfPage(where: Prisma.Sql, page: number): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT id FROM article WHERE ${where} ORDER BY updated_at DESC, id DESC
    LIMIT ${listPageSize} OFFSET ${(page - 1) * listPageSize}`;
  return rows.map((row) => row.id);
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
 * last is the last.
 */
export async function listForStaff(actor: Actor, query: ListQuery): Promise<ListPage> {
  const where = await conditions(actor, query);
  // Asked at once: mostly the page is there, and both come from different connections.
  const [total, asked] = await Promise.all([countAll(where), idsOfPage(where, query.page)]);
  const pages = Math.max(1, Math.ceil(total / listPageSize));
  const page = Math.min(query.page, pages);
  const ids = page === query.page ? asked : await idsOfPage(where, page);
  return { articles: await readListed(ids), page, pages, total };
}
