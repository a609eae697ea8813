import type { ArticleCard } from '#lib/articles/types.ts';

export const relatedCount = 10;

/** What makes an article related to another. */
export interface Relation {
  /** Null for a draft without a section. */
  categoryId: number | null;
  topicId: number | null;
  tagIds: number[];
}

export interface Candidate extends Relation {
  card: ArticleCard;
}

// A running story outweighs all else; a shared tag says more than a shared section; a month costs about a tag.
const weights = { topic: 8, tag: 3, category: 2, freshness: 3 };
const halfLifeDays = 30;

function score(article: Relation, candidate: Candidate, newest: number): number {
  const shared = candidate.tagIds.filter((id) => article.tagIds.includes(id)).length;
  const ageDays = (newest - candidate.card.publishedAt.getTime()) / 86_400_000;
  return (
    (article.topicId !== null && candidate.topicId === article.topicId ? weights.topic : 0) +
    shared * weights.tag +
    (candidate.categoryId === article.categoryId ? weights.category : 0) +
    weights.freshness * 2 ** (-ageDays / halfLifeDays)
  );
}

/**
 * The best ten of the candidates (which may come doubled), best first: same running story, shared tags, same section,
 * freshness against the newest of them. Of two that score alike the newer comes first.
 */
export function rankRelated(
  article: Relation & { publishedAt: Date },
  candidates: Candidate[],
): ArticleCard[] {
  const once = [...new Map(candidates.map((candidate) => [candidate.card.id, candidate])).values()];
  const newest = Math.max(
    article.publishedAt.getTime(),
    ...once.map(({ card }) => card.publishedAt.getTime()),
  );
  return once
    .map((candidate) => ({ card: candidate.card, points: score(article, candidate, newest) }))
    .sort(
      (a, b) =>
        b.points - a.points ||
        b.card.publishedAt.getTime() - a.card.publishedAt.getTime() ||
        b.card.id - a.card.id,
    )
    .slice(0, relatedCount)
    .map(({ card }) => card);
}
