import { cacheLife, cacheTag } from 'next/cache';
import { cardSelect, toCard } from '#lib/articles/card.ts';
import { pageSize } from '#lib/articles/published.ts';
import type { ArticleList } from '#lib/articles/types.ts';
import { db } from '#lib/db.ts';
import { newestTag, searchTag, siteTag } from '#lib/page-cache/tags.ts';
import { withoutMarks } from '#lib/site/text.ts';

/**
 * Published articles that hold all the words, with or without their marks, in the headline, sapo, tags, bylines or
 * body; those with the words near each other first, then the newest. Any text is a valid query.
 */
export async function searchPublished(query: string, page: number): Promise<ArticleList> {
  'use cache';
  cacheLife('page');
  cacheTag(siteTag, newestTag, searchTag);
  const words = withoutMarks(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return { cards: [], page, hasMore: false };
  const found = await db().$queryRaw<{ id: number }[]>`
    SELECT id FROM article, plainto_tsquery('simple', ${words.join(' ')}) AS wanted
    WHERE status = 'published' AND to_tsvector('simple', search_text) @@ wanted
    ORDER BY round(ts_rank_cd(to_tsvector('simple', search_text), wanted, 2)::numeric, 2) DESC,
      first_published_at DESC, id DESC
    LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`;
  const ids = found.slice(0, pageSize).map((row) => row.id);
  const rows = await db().article.findMany({ where: { id: { in: ids } }, select: cardSelect });
  const cards = rows.map(toCard).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return { cards, page, hasMore: found.length > pageSize };
}
