import { cacheLife, cacheTag } from 'next/cache';
import { type CardRow, cardSelect, isPublic, newestFirst, toCard } from '#lib/articles/card.ts';
import type { ArticleCard, ArticlePage } from '#lib/articles/types.ts';
import { db } from '#lib/db.ts';
import { articleTag, siteTag } from '#lib/page-cache/tags.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { type Candidate, type Relation, rankRelated, relatedCount } from './rank.ts';

const candidateSelect = {
  ...cardSelect,
  categoryId: true,
  topicId: true,
  tags: { select: { tagId: true } },
} satisfies Prisma.ArticleSelect;

/** What is asked of an article to find those related to it; less than its page, for the read's key is made of it. */
interface Relating extends Relation {
  publishedAt: Date;
  /** The article itself and what stands above on its page already. */
  shownIds: number[];
}

export function relatingOf({ id, publishedAt, categoryId, topic, tags, picks }: ArticlePage): Relating {
  return {
    publishedAt,
    categoryId,
    topicId: topic?.id ?? null,
    tagIds: tags.map((tag) => tag.id),
    shownIds: [id, ...picks.map((pick) => pick.id)],
  };
}

type CandidateRow = CardRow & {
  categoryId: number | null;
  topicId: number | null;
  tags: { tagId: number }[];
};

function toCandidate(row: CandidateRow): Candidate {
  return {
    card: toCard(row),
    categoryId: row.categoryId,
    topicId: row.topicId,
    tagIds: row.tags.map((tag) => tag.tagId),
  };
}

/**
 * "Đọc thêm": ten articles related to this one, best first; fewer only where the paper has fewer. Each source gives
 * its newest few, which bounds the work however large the archive grows; the newest of all fill what is left.
 */
export async function listRelated(article: Relating): Promise<ArticleCard[]> {
  'use cache';
  cacheLife('page');
  const newest = (where: Prisma.ArticleWhereInput, take: number) =>
    db().article.findMany({
      where: { ...where, ...isPublic, id: { notIn: article.shownIds } },
      orderBy: newestFirst,
      take,
      select: candidateSelect,
    });
  const sources = await Promise.all([
    article.topicId ? newest({ topicId: article.topicId }, relatedCount * 2) : [],
    ...article.tagIds.slice(0, 8).map((tagId) => newest({ tags: { some: { tagId } } }, relatedCount * 2)),
    newest({ categoryId: article.categoryId }, relatedCount * 2),
    newest({}, relatedCount),
  ]);
  const ranked = rankRelated(article, sources.flat().map(toCandidate));
  cacheTag(siteTag, ...ranked.map((card) => articleTag(card.id)));
  return ranked;
}
