import { db } from '#lib/db.ts';
import { hashBits, quarterOf, termOf } from '#lib/words/terms.ts';
import { Prisma } from '#prisma/generated/client.ts';

// Asks the index. It is walked from the newest quarter back, and left as soon as there is enough: a word that half of a
// million articles have costs no more than a rare one.

/** What results are narrowed to. Null: not at all. */
export interface Narrowing {
  sectionIds: readonly number[] | null;
  bylineId: number | null;
  /** The first moment, and the first after. */
  from: Date | null;
  to: Date | null;
}

/** An article as the index gives it. */
export interface Candidate {
  id: number;
  at: Date;
}

/** The terms of a condition in each quarter that is looked at: the column of a row of `quarters`. */
const shifted = (terms: readonly number[]) => Prisma.sql`
  (SELECT array_agg((quarter << ${hashBits}::int) | term) FROM unnest(${[...terms]}::int[]) AS term)`;

const column = (index: number) => Prisma.raw(`quarters.terms${index}`);

function conditions(sets: readonly (readonly number[])[], narrowing: Narrowing) {
  const { sectionIds, bylineId, from, to } = narrowing;
  const always = [
    ...(bylineId === null ? [] : [termOf('byline', bylineId)]),
    ...(sectionIds?.length === 1 ? [termOf('section', sectionIds[0] ?? 0)] : []),
  ];
  const columns = sets
    .map((set) => [...set, ...always])
    .map((set) => (set.length > 0 ? set : [termOf('all', '')]));
  const anySection =
    sectionIds && sectionIds.length !== 1 ? [sectionIds.map((id) => termOf('section', id))] : [];
  const selected = [...columns, ...anySection].map(
    (set, index) => Prisma.sql`${shifted(set)} AS ${Prisma.raw(`terms${index}`)}`,
  );
  const oneOf = Prisma.join(
    columns.map((_, index) => Prisma.sql`terms @> ${column(index)}`),
    ' OR ',
  );
  const where = [
    // The terms say as much. Where a small paper's entries are read one after the other rather than by the index of terms,
    // which is PostgreSQL's to choose, each is unpacked once and not for every quarter. Cast, lest it be taken for an index.
    Prisma.sql`search_entry.quarter::int = quarters.quarter`,
    Prisma.sql`(${oneOf})`,
    ...anySection.map(() => Prisma.sql`terms && ${column(columns.length)}`),
    ...(from ? [Prisma.sql`published_at >= ${from}`] : []),
    ...(to ? [Prisma.sql`published_at < ${to}`] : []),
  ];
  return { columns: Prisma.join(selected, ', '), where: Prisma.join(where, ' AND ') };
}

/**
 * The newest articles that have all the terms of one of the sets, newest first. A few may have none of them (two words may
 * share a number).
 * @param sets  terms without a quarter; an empty set is any article
 * @param most  no more are given, however many there are
 * @param newest  only so many of the newest quarters are looked at
 */
export async function look(
  sets: readonly (readonly number[])[],
  narrowing: Narrowing,
  most: number,
  newest: number | null = null,
): Promise<Candidate[]> {
  const { columns, where } = conditions(sets, narrowing);
  const { from, to } = narrowing;
  return await db().$queryRaw<Candidate[]>`
    SELECT found.article_id AS id, found.published_at AS at
    FROM (
      SELECT quarter, ${columns} FROM generate_series(
        LEAST((SELECT max(quarter) FROM search_entry), ${to && quarterOf(to)}::int),
        GREATEST((SELECT min(quarter) FROM search_entry), (SELECT max(quarter) - ${newest}::int FROM search_entry) + 1,
          ${from && quarterOf(from)}::int), -1) AS quarter
      OFFSET 0
    ) AS quarters
    CROSS JOIN LATERAL (
      SELECT article_id, published_at FROM search_entry WHERE ${where}
      ORDER BY published_at DESC, article_id DESC LIMIT ${most}
    ) AS found
    LIMIT ${most}`;
}
