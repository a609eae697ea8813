import { db } from '#lib/db.ts';
import { cleanLine, slugOf } from '#lib/site/text.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { type Kind, tableOf } from './kind.ts';
import { lower } from './names.ts';
import type { Suggestion } from './types.ts';

/** So many are looked at before the best of them are offered. */
const mostCandidates = 200;
const mostOffered = 12;

/** What finds the words of a name by how they begin, whatever their marks; null where nothing can be searched for. */
export function wordsQuery(query: string): string | null {
  const words = slugOf(cleanLine(query.toWellFormed()), '');
  return words === '' ? null : words.replaceAll('-', ':* & ').concat(':*');
}

/** Those whose words begin with these; for WHERE. */
export const hasWords = (words: string): Prisma.Sql =>
  Prisma.sql`to_tsvector('simple', replace(slug, '-', ' ')) @@ to_tsquery('simple', ${words})`;

/** 2: the very name; 1: the same letters with the same marks; 0: the same letters. */
function closeness(name: string, query: string): number {
  if (lower(name) === query) return 2;
  return lower(name).includes(query) ? 1 : 0;
}

/**
 * What may be meant by what was typed: every word begins a word of the name, marks and capitals aside. The very name
 * first, then those with the marks that were typed, then the rest; the most used first among each.
 * @param where  narrows down; the columns are those of the kind's table
 */
export async function suggestNamed(
  kind: Kind,
  query: string,
  where: Prisma.Sql = Prisma.sql`true`,
): Promise<Suggestion[]> {
  const words = wordsQuery(query);
  if (words === null) return [];
  const rows = await db().$queryRaw<Suggestion[]>`
    SELECT id, name, (SELECT count(*)::int FROM (${kind.uses}) AS uses WHERE named_id = named.id) AS uses
    FROM ${tableOf(kind)} AS named WHERE ${hasWords(words)} AND ${where}
    ORDER BY name = ${cleanLine(query.toWellFormed())} DESC, uses DESC, slug LIMIT ${mostCandidates}`;
  const typed = lower(cleanLine(query));
  return rows
    .map((row) => ({ row, close: closeness(row.name, typed) }))
    .sort((a, b) => b.close - a.close || b.row.uses - a.row.uses)
    .slice(0, mostOffered)
    .map(({ row }) => row);
}
