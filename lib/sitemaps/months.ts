import { db } from '#lib/db.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { articleEntry, type SitemapRow, sitemapColumns } from './rows.ts';
import { heads, mostAddresses, urlsetEnd } from './write.ts';

// A month's sitemap: the articles first published in it, in the order of that moment. It never changes, so an article
// keeps its place among the month's, and with it its file, whatever is withdrawn or published after it.

/** Rows read at a time: what a stream holds in memory. */
const atOnce = 1000;

/** A month, "2026-11", and the part of it, from 1. */
export interface MonthPart {
  month: string;
  part: number;
}

/** A month's two ends as moments, in SQL. */
function bounds(month: string): { from: Prisma.Sql; to: Prisma.Sql } {
  const first = `${month}-01`;
  return {
    from: Prisma.sql`(${first}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`,
    to: Prisma.sql`((${first}::date + interval '1 month') AT TIME ZONE 'Asia/Ho_Chi_Minh')`,
  };
}

interface Place {
  at: Date;
  id: number;
}

interface ListedRow extends SitemapRow {
  isPublic: boolean;
}

/** The last article before a part, whatever became of it; null before the first part and where there is no such part. */
async function placeBefore({ month, part }: MonthPart, size: number): Promise<Place | null> {
  if (part === 1) return null;
  const { from, to } = bounds(month);
  const [row] = await db().$queryRaw<Place[]>`
    SELECT first_published_at AS at, id FROM article WHERE first_published_at >= ${from} AND first_published_at < ${to}
    ORDER BY first_published_at, id OFFSET ${(part - 1) * size - 1} LIMIT 1`;
  return row ?? null;
}

async function readRows(month: string, after: Place | null, take: number): Promise<ListedRow[]> {
  const { from, to } = bounds(month);
  const begin = after
    ? Prisma.sql`(article.first_published_at, article.id) > (${after.at}, ${after.id})`
    : Prisma.sql`article.first_published_at >= ${from}`;
  return await db().$queryRaw<ListedRow[]>`
    SELECT article.status = 'published' AS "isPublic", ${sitemapColumns}
    FROM article LEFT JOIN picture ON picture.id = article.cover_id
    WHERE ${begin} AND article.first_published_at < ${to}
    ORDER BY article.first_published_at, article.id LIMIT ${take}`;
}

/** The rows of a part, a thousand at a time, those that readers no longer have among them. */
async function* rowsOf(asked: MonthPart, size: number): AsyncGenerator<ListedRow[]> {
  let after = await placeBefore(asked, size);
  if (asked.part > 1 && !after) return;
  for (let left = size; left > 0; ) {
    const rows = await readRows(asked.month, after, Math.min(atOnce, left));
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    left -= rows.length;
    after = { at: last.firstPublishedAt, id: last.id };
  }
}

/**
 * A month's sitemap, piece by piece; it has a piece with an address, or none at all.
 * @param size  addresses in one file at most
 */
export async function* monthSitemap(asked: MonthPart, size = mostAddresses): AsyncGenerator<string> {
  let isEmpty = true;
  for await (const rows of rowsOf(asked, size)) {
    const entries = rows.filter((row) => row.isPublic).map((row) => articleEntry(row));
    if (entries.length === 0) continue;
    yield `${isEmpty ? heads.articles : ''}${entries.join('')}`;
    isEmpty = false;
  }
  if (!isEmpty) yield urlsetEnd;
}

/** A month that has articles for readers. */
export interface Month {
  month: string;
  /** Files that it takes. */
  parts: number;
  changedAt: Date;
}

/** The months of the paper, newest first. */
export async function listMonths(size = mostAddresses): Promise<Month[]> {
  const rows = await db().$queryRaw<{ month: string; articles: number; changedAt: Date }[]>`
    SELECT to_char(month, 'YYYY-MM') AS month, articles, changed_at AS "changedAt" FROM sitemap_month
    WHERE readable > 0 ORDER BY sitemap_month.month DESC`;
  return rows.map(({ month, articles, changedAt }) => ({
    month,
    parts: Math.ceil(articles / size),
    changedAt,
  }));
}
