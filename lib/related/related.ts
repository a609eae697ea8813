import { cacheLife, cacheTag } from 'next/cache';
import { type CardRow, cardSelect, isPublic, newestFirst, toCard } from '#lib/articles/card.ts';
import type { ArticleCard, ArticlePage } from '#lib/articles/types.ts';
import { db } from '#lib/db.ts';
import { articleTag, siteTag } from '#lib/page-cache/tags.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { type Candidate, rankRelated, relatedCount } from './rank.ts';

const candidateSelect = {
  ...cardSelect,
  categoryId: true,
  topicId: true,
  tags: { select: { tagId: true } },
} satisfies Prisma.ArticleSelect;

type CandidateRow = CardRow & { categoryId: number; topicId: number | null; tags: { tagId: number }[] };

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
export async function listRelated(article: ArticlePage): Promise<ArticleCard[]> {
  'use cache';
  cacheLife('page');
  const shown = [article.id, ...article.picks.map((pick) => pick.id)];
  const newest = (where: Prisma.ArticleWhereInput, take: number) =>
    db().article.findMany({
      where: { ...where, ...isPublic, id: { notIn: shown } },
      orderBy: newestFirst,
      take,
      select: candidateSelect,
    });
  const sources = await Promise.all([
    article.topic ? newest({ topicId: article.topic.id }, relatedCount * 2) : [],
    ...article.tags.slice(0, 8).map((tag) => newest({ tags: { some: { tagId: tag.id } } }, relatedCount * 2)),
    newest({ categoryId: article.categoryId }, relatedCount * 2),
    newest({}, relatedCount),
  ]);
  const ranked = rankRelated(
    {
      publishedAt: article.publishedAt,
      categoryId: article.categoryId,
      topicId: article.topic?.id ?? null,
      tagIds: article.tags.map((tag) => tag.id),
    },
    sources.flat().map(toCandidate),
  );
  cacheTag(siteTag, ...ranked.map((card) => articleTag(card.id)));
  return ranked;
}
