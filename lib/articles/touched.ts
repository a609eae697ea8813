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

/** The article's footprint as it is now; there is such an article. */
export async function readFootprint(tx: Transaction, id: number): Promise<Footprint> {
  const [row] = await tx.$queryRaw<[Footprint]>`
    SELECT id, status = 'published' AS "isPublic", slug, first_published_at AS "firstPublishedAt",
      category_id AS "categoryId", topic_id AS "topicId",
      ARRAY(SELECT tag_id FROM article_tag WHERE article_id = article.id ORDER BY tag_id) AS "tagIds",
      ARRAY(SELECT byline_id FROM article_byline WHERE article_id = article.id ORDER BY byline_id) AS "bylineIds"
    FROM article WHERE id = ${id}`;
  return row;
}
