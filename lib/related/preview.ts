import type { ArticleCard, ArticlePage } from '#lib/articles/types.ts';
import { plainText } from '#lib/body/plain-text.ts';
import { db } from '#lib/db.ts';
import { tryRail } from '#lib/rails/rails.ts';
import { readRail, relatingOf } from './related.ts';

/** "Đọc thêm" as it would be if the article went out now as it is written. Never cached. */
export async function previewRelated(article: ArticlePage): Promise<ArticleCard[]> {
  const { id, publishedAt, categoryId, topic, title, sapo } = article;
  const category = await db().category.findUnique({
    where: { id: categoryId ?? 0 },
    select: { parentId: true },
  });
  const draft = {
    id,
    publishedAt,
    categoryId,
    topCategoryId: category?.parentId ?? categoryId,
    topicId: topic?.id ?? null,
    // A tag that is new has no number yet, and nothing to relate to.
    tagIds: article.tags.map((tag) => tag.id).filter((tagId) => tagId > 0),
  };
  const ids = await tryRail(db(), draft, { title, sapo, body: plainText(article.body) });
  return (await readRail(ids, relatingOf(article))).cards;
}
