import { db } from '#lib/db.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { type Kind, tableOf } from './kind.ts';
import { hasWords, wordsQuery } from './suggest.ts';
import type { NamedDetail, NamedOrder, NamedPage, NamedRow } from './types.ts';

const perPage = 50;

export interface ListQuery {
  /** Words of the name, marks and capitals aside; empty for all. */
  query: string;
  page: number;
  order: NamedOrder;
}

type Row = Omit<NamedRow, 'href'> & { slug: string };

/**
 * The rows from `offset` on. By name, only what is shown is counted; by use, everything has to be.
 * By name means by the letters without marks: "Đà Nẵng" stands under D.
 */
function readPage(kind: Kind, where: Prisma.Sql, order: NamedOrder, offset: number): Promise<Row[]> {
  const page = Prisma.sql`LIMIT ${perPage} OFFSET ${offset}`;
  if (order === 'ten') {
    return db().$queryRaw<Row[]>`
      SELECT id, name, slug, (SELECT count(*)::int FROM (${kind.uses}) AS uses WHERE named_id = named.id) AS uses
      FROM (SELECT id, name, slug FROM ${tableOf(kind)} WHERE ${where} ORDER BY slug ${page}) AS named ORDER BY slug`;
  }
  const direction = order === 'nhieu-bai' ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return db().$queryRaw<Row[]>`
    SELECT id, name, slug, coalesce(counted.uses, 0) AS uses FROM ${tableOf(kind)} LEFT JOIN
      (SELECT named_id, count(*)::int AS uses FROM (${kind.uses}) AS uses GROUP BY named_id) AS counted ON named_id = id
    WHERE ${where} ORDER BY coalesce(counted.uses, 0) ${direction}, slug ${page}`;
}

/** A page of all of a kind, with how many articles each hangs on. Permission is the caller's to ask. */
export async function listNamed(kind: Kind, { query, page, order }: ListQuery): Promise<NamedPage> {
  const words = wordsQuery(query);
  const where = words === null ? Prisma.sql`true` : hasWords(words);
  const [counted] = await db().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM ${tableOf(kind)} WHERE ${where}`;
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / perPage));
  // A page that is not there any more (the last tag on it was merged away) is the last one.
  const shown = Math.min(page, pages);
  const rows = await readPage(kind, where, order, (shown - 1) * perPage);
  const named = rows.map(({ slug, ...row }) => ({ ...row, href: kind.pathOf(slug) }));
  return { rows: named, page: shown, pages, total };
}

/** One of a kind, or null. Permission is the caller's to ask. */
export async function readNamed(kind: Kind, id: number): Promise<NamedDetail | null> {
  const text = Prisma.raw(`"${kind.text}"`);
  const [row] = await db().$queryRaw<(Row & { text: string })[]>`
    SELECT id, name, slug, ${text} AS text,
      (SELECT count(*)::int FROM (${kind.uses}) AS uses WHERE named_id = named.id) AS uses
    FROM ${tableOf(kind)} AS named WHERE id = ${id}`;
  if (!row) return null;
  const { slug, ...rest } = row;
  return { ...rest, href: kind.pathOf(slug) };
}
