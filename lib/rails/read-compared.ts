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
  lists: {
    tagIds: number[];
    terms: string[] | null;
    weights: number[] | null;
    relatedIds: number[] | null;
    scores: number[] | null;
  };
}

/** An article that readers have, ready to be compared. */
export interface Standing extends Compared {
  /** As it is kept; null where there is none yet. */
  rail: Rail | null;
}

/** Those of these articles that readers have. */
export async function readStanding(tx: Transaction, ids: readonly number[]): Promise<Standing[]> {
  // The lists of sixty articles have thousands of entries, which the driver reads sooner as JSON than as arrays.
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id, a.first_published_at AS published_at, a.category_id, coalesce(c.parent_id, c.id) AS top_category_id,
      a.topic_id, json_build_object(
        'tagIds', ARRAY(SELECT tag_id FROM article_tag t WHERE t.article_id = a.id ORDER BY tag_id),
        'terms', r.terms, 'weights', r.weights, 'relatedIds', r.related_ids, 'scores', r.scores) AS lists
    FROM article a LEFT JOIN category c ON c.id = a.category_id LEFT JOIN article_rail r ON r.article_id = a.id
    WHERE a.id = ANY(${[...ids]}) AND a.status = 'published' AND a.first_published_at IS NOT NULL`;
  return rows.map(({ lists, ...row }) => ({
    id: row.id,
    publishedAt: row.published_at,
    categoryId: row.category_id,
    topCategoryId: row.top_category_id,
    topicId: row.topic_id,
    tagIds: lists.tagIds,
    profile: { terms: lists.terms ?? [], weights: lists.weights ?? [] },
    rail: lists.relatedIds && { relatedIds: lists.relatedIds, scores: lists.scores ?? [] },
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
