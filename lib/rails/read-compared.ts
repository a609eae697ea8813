import { body as bodySchema } from '#lib/body/blocks.ts';
import { plainText } from '#lib/body/plain-text.ts';
import type { Transaction } from '#lib/db.ts';
import type { Rail } from './rail.ts';
import type { Compared } from './score.ts';
import type { Text } from './terms.ts';

interface Row {
  id: number;
  published_at: Date;
  category_id: number | null;
  top_category_id: number | null;
  topic_id: number | null;
  tag_ids: number[];
  terms: string[] | null;
  weights: number[] | null;
  related_ids: number[] | null;
  scores: number[] | null;
}

/** An article that readers have, ready to be compared. */
export interface Standing extends Compared {
  /** As it is kept; null where there is none yet. */
  rail: Rail | null;
}

/** Those of these articles that readers have. */
export async function readStanding(tx: Transaction, ids: readonly number[]): Promise<Standing[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id, a.first_published_at AS published_at, a.category_id, coalesce(c.parent_id, c.id) AS top_category_id,
      a.topic_id, ARRAY(SELECT tag_id FROM article_tag t WHERE t.article_id = a.id ORDER BY tag_id) AS tag_ids,
      r.terms, r.weights, r.related_ids, r.scores
    FROM article a LEFT JOIN category c ON c.id = a.category_id LEFT JOIN article_rail r ON r.article_id = a.id
    WHERE a.id = ANY(${[...ids]}) AND a.status = 'published' AND a.first_published_at IS NOT NULL`;
  return rows.map((row) => ({
    id: row.id,
    publishedAt: row.published_at,
    categoryId: row.category_id,
    topCategoryId: row.top_category_id,
    topicId: row.topic_id,
    tagIds: row.tag_ids,
    profile: { terms: row.terms ?? [], weights: row.weights ?? [] },
    rail: row.related_ids && { relatedIds: row.related_ids, scores: row.scores ?? [] },
  }));
}

/** What articles say, by id; of a body that nobody can read any more, nothing. */
export async function readTexts(tx: Transaction, ids: readonly number[]): Promise<Map<number, Text>> {
  const rows = await tx.article.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, title: true, sapo: true, body: true },
  });
  return new Map(
    rows.map(({ id, title, sapo, body }) => [
      id,
      { title, sapo, body: plainText(bodySchema.safeParse(body).data ?? []) },
    ]),
  );
}
