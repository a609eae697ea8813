import type { Transaction } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { mostReadTag } from '#lib/page-cache/tags.ts';
import type { Span } from './types.ts';

// The lists "Đọc nhiều", made of the counts every few minutes. Only where a list is another now are the pages with it
// made anew: those of the day stand on the fronts alone, those of the week, made hourly, on articles too.

const hoursOf: Record<Span, number> = { day: 24, week: 7 * 24 };
/** As many again as are shown, for those that are left out on a page or withdrawn. */
const listed = 20;
/** Fewer say nothing. */
const fewestReads = 3;

interface List {
  category_id: number;
  article_ids: number[];
}

async function listMostRead(tx: Transaction, span: Span, now: Date): Promise<List[]> {
  const since = new Date(now.getTime() - hoursOf[span] * 60 * 60 * 1000);
  return await tx.$queryRaw<List[]>`
    WITH counted AS (
      SELECT article_id, sum(reads) AS reads FROM article_reads WHERE hour > ${since} AND hour <= ${now}
      GROUP BY article_id HAVING sum(reads) >= ${fewestReads}
    ), placed AS (
      SELECT a.id, counted.reads, a.first_published_at AS at, place.category_id
      FROM counted JOIN article a ON a.id = counted.article_id AND a.status = 'published'
        JOIN category c ON c.id = a.category_id
        CROSS JOIN LATERAL unnest(ARRAY[0, c.id, c.parent_id]) AS place (category_id)
      WHERE place.category_id IS NOT NULL
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY category_id ORDER BY reads DESC, at DESC, id DESC) AS rank FROM placed
    )
    SELECT category_id, array_agg(id ORDER BY rank) AS article_ids FROM ranked WHERE rank <= ${listed}
    GROUP BY category_id`;
}

const sameList = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** Makes the lists of a span anew: of the whole paper and of each section, its children's articles included. */
export async function settleMostRead(span: Span, now: Date): Promise<void> {
  await change('most-read', async (tx) => {
    const before = new Map(
      (await tx.mostRead.findMany({ where: { span } })).map((row) => [row.categoryId, row.articleIds]),
    );
    const after = new Map(
      (await listMostRead(tx, span, now)).map((row) => [row.category_id, row.article_ids]),
    );
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (id) => !sameList(before.get(id) ?? [], after.get(id) ?? []),
    );
    await tx.mostRead.deleteMany({ where: { span, categoryId: { in: changed } } });
    await tx.mostRead.createMany({
      data: changed.flatMap((categoryId) => {
        const articleIds = after.get(categoryId);
        return articleIds ? [{ span, categoryId, articleIds }] : [];
      }),
    });
    return { value: undefined, tags: changed.map((id) => mostReadTag(span, id)) };
  });
}

/** Throws away the counts that no list asks for any more. */
export async function dropOldReads(tx: Transaction, now: Date): Promise<void> {
  const dayMs = 24 * 60 * 60 * 1000;
  await tx.articleReads.deleteMany({ where: { hour: { lt: new Date(now.getTime() - 8 * dayMs) } } });
}
