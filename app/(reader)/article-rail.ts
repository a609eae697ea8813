import type { ArticlePage } from '#lib/articles/types.ts';
import { getMoreHref } from '#lib/front/fronts.ts';
import { listMostReadBeside } from '#lib/most-read/most-read.ts';
import { listRelated, relatingOf } from '#lib/related/related.ts';

/** What stands beside an article: "Đọc thêm" with the way on, and "Đọc nhiều" without what the page shows already. */
export async function readArticleRail(article: ArticlePage) {
  const [related, moreHref] = await Promise.all([
    listRelated(relatingOf(article)),
    getMoreHref(article.section.href.slice(1)),
  ]);
  const shown = [article, ...article.picks, ...related].map((card) => card.id);
  return { related, moreHref, mostRead: await listMostReadBeside(article.categoryId, shown) };
}
