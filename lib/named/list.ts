import { db } from '#lib/db.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { type Kind, tableOf } from './kind.ts';
import { hasWords, wordsQuery } from './suggest.ts';
import type { NamedDetail, NamedOrder, NamedPage, NamedRow } from './types.ts';

const perPage = 50;

const orders: Record<NamedOrder, Prisma.Sql> = {
  // By the letters without marks: "Đà Nẵng" stands under D.
  ten: Prisma.sql`slug`,
  'nhieu-bai': Prisma.sql`uses DESC, slug`,
  'it-bai': Prisma.sql`uses, slug`,
};

export interface ListQuery {
  /** Words of the name, marks and capitals aside; empty for all. */
  query: string;
  page: number;
  order: NamedOrder;
}

type Row = Omit<NamedRow, 'href'> & { slug: string };

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
  const rows = await db().$queryRaw<Row[]>`
    SELECT id, name, slug, (SELECT count(*)::int FROM (${kind.uses}) AS uses WHERE named_id = named.id) AS uses
    FROM ${tableOf(kind)} AS named WHERE ${where}
    ORDER BY ${orders[order]} LIMIT ${perPage} OFFSET ${(shown - 1) * perPage}`;
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
