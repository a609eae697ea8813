import { cacheLife, cacheTag } from 'next/cache';
import { type CardRow, cardSelect, isPublic, newestFirst, toCard } from '#lib/articles/card.ts';
import type { ArticleCard, ArticlePage } from '#lib/articles/types.ts';
import { db } from '#lib/db.ts';
import { articleTag, categoryTag, newestTag, siteTag, tagTag, topicTag } from '#lib/page-cache/tags.ts';
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

async function readNewest(
  where: Prisma.ArticleWhereInput,
  but: readonly number[],
  take: number,
): Promise<CandidateRow[]> {
  return await db().article.findMany({
    where: { ...where, ...isPublic, id: { notIn: [...but] } },
    orderBy: newestFirst,
    take,
    select: candidateSelect,
  });
}

/**
 * "Đọc thêm": ten articles, best first: of the same running story, with the same tags, of the same section; where these
 * are fewer than ten, the newest of the paper. Each source gives its newest few, which bounds the work however large the
 * archive grows. The read carries the tags of its sources: what comes into one of them later comes into the list.
 */
export async function listRelated(article: Relating): Promise<ArticleCard[]> {
  'use cache';
  cacheLife('page');
  const { topicId, categoryId, shownIds } = article;
  const tagIds = article.tagIds.slice(0, 8);
  cacheTag(siteTag, ...tagIds.map(tagTag));
  if (topicId !== null) cacheTag(topicTag(topicId));
  if (categoryId !== null) cacheTag(categoryTag(categoryId));
  const sources = await Promise.all([
    topicId === null ? [] : readNewest({ topicId }, shownIds, relatedCount * 2),
    ...tagIds.map((tagId) => readNewest({ tags: { some: { tagId } } }, shownIds, relatedCount * 2)),
    readNewest({ categoryId }, shownIds, relatedCount * 2),
  ]);
  const ranked = rankRelated(article, sources.flat().map(toCandidate));
  const missing = relatedCount - ranked.length;
  if (missing > 0) {
    cacheTag(newestTag);
    const but = [...shownIds, ...ranked.map((card) => card.id)];
    ranked.push(...(await readNewest({}, but, missing)).map(toCard));
  }
  cacheTag(...ranked.map((card) => articleTag(card.id)));
  return ranked;
}
