import type { Transaction } from '#lib/db.ts';
import type { Compared } from './score.ts';

// Where related articles are looked for. Each source gives its nearest few, which bounds the work however large the
// archive grows.

/** Terms under which an article is found by others; those after them only help to compare. */
export const findingTerms = 16;
const olderPerTerm = 40;
const newerPerTerm = 15;
const olderPerTag = 40;
const newerPerTag = 15;
const mostTags = 8;
const perTopic = 60;
/** Those that share most are compared in full. */
const mostCompared = 60;

/** The articles that share something with this one, those that share most first. */
export async function listCandidates(
  tx: Transaction,
  article: Compared,
  tagRarity: (tagId: number) => number,
): Promise<number[]> {
  const terms = article.profile.terms.slice(0, findingTerms);
  const weights = article.profile.weights.slice(0, findingTerms);
  const tagIds = article.tagIds.slice(0, mostTags);
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH found (id, weight) AS (
      SELECT near.article_id, told.weight * told.weight * 8
      FROM unnest(${terms}::text[], ${weights}::float8[]) AS told (term, weight), LATERAL (
        (SELECT article_id FROM term_article WHERE term = told.term AND published_at <= ${article.publishedAt}
          ORDER BY published_at DESC LIMIT ${olderPerTerm})
        UNION ALL
        (SELECT article_id FROM term_article WHERE term = told.term AND published_at > ${article.publishedAt}
          ORDER BY published_at LIMIT ${newerPerTerm})
      ) AS near
      UNION ALL
      SELECT near.article_id, told.weight
      FROM unnest(${tagIds}::int[], ${tagIds.map(tagRarity)}::float8[]) AS told (tag_id, weight), LATERAL (
        (SELECT article_id FROM article_tag t WHERE t.tag_id = told.tag_id AND published_at <= ${article.publishedAt}
          ORDER BY published_at DESC LIMIT ${olderPerTag})
        UNION ALL
        (SELECT article_id FROM article_tag t WHERE t.tag_id = told.tag_id AND published_at > ${article.publishedAt}
          ORDER BY published_at LIMIT ${newerPerTag})
      ) AS near
      UNION ALL
      SELECT id, 3 FROM (
        SELECT id FROM article WHERE topic_id = ${article.topicId}::int AND status = 'published'
        ORDER BY first_published_at DESC, id DESC LIMIT ${perTopic}
      ) AS story
    )
    SELECT id FROM found WHERE id <> ${article.id}
    GROUP BY id ORDER BY sum(weight) DESC, id DESC LIMIT ${mostCompared}`;
  return rows.map(({ id }) => id);
}
