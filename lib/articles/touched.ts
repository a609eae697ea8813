import type { Transaction } from '#lib/db.ts';
import {
  articleTag,
  bylineTag,
  categoryTag,
  frontTag,
  missingTag,
  monthTag,
  newestTag,
  tagTag,
  topicTag,
} from '#lib/page-cache/tags.ts';
import { monthInVietNam } from '#lib/site/dates.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** What of an article decides which pages show it. Null: readers have no such article. */
export interface Footprint {
  id: number;
  isPublic: boolean;
  slug: string;
  firstPublishedAt: Date | null;
  categoryId: number | null;
  topicId: number | null;
  tagIds: readonly number[];
  bylineIds: readonly number[];
}

function listsOf(article: Footprint): string[] {
  return [
    ...(article.categoryId === null ? [] : [categoryTag(article.categoryId)]),
    ...(article.topicId === null ? [] : [topicTag(article.topicId)]),
    ...(article.firstPublishedAt === null ? [] : [monthTag(monthInVietNam(article.firstPublishedAt))]),
    ...article.tagIds.map(tagTag),
    ...article.bylineIds.map(bylineTag),
  ];
}

/**
 * The tags of all pages that a change of an article touches: the article's own and every list it stood in or now stands
 * in. An article that readers neither had nor have touches nothing.
 */
export function tagsTouchedBy(before: Footprint, after: Footprint): string[] {
  if (!before.isPublic && !after.isPublic) return [];
  const everywhere = [articleTag(after.id), frontTag, newestTag];
  // An address that led nowhere may lead somewhere now, as may that of a tag whose first article this is.
  const appeared = before.isPublic === after.isPublic && before.slug === after.slug ? [] : [missingTag];
  const lists = [...(before.isPublic ? listsOf(before) : []), ...(after.isPublic ? listsOf(after) : [])];
  return [...new Set([...everywhere, ...appeared, ...lists])];
}

const footprintSelect = {
  id: true,
  status: true,
  slug: true,
  firstPublishedAt: true,
  categoryId: true,
  topicId: true,
  tags: { select: { tagId: true } },
  bylines: { select: { bylineId: true } },
} satisfies Prisma.ArticleSelect;

/** The article's footprint as it is now. */
export async function readFootprint(tx: Transaction, id: number): Promise<Footprint> {
  const row = await tx.article.findUniqueOrThrow({ where: { id }, select: footprintSelect });
  return {
    id: row.id,
    isPublic: row.status === 'published',
    slug: row.slug,
    firstPublishedAt: row.firstPublishedAt,
    categoryId: row.categoryId,
    topicId: row.topicId,
    tagIds: row.tags.map(({ tagId }) => tagId),
    bylineIds: row.bylines.map(({ bylineId }) => bylineId),
  };
}
