import { type CardRow, cardSelect, isPublic, newestFirst, toCard } from '#lib/articles/card.ts';
import { readCards } from '#lib/articles/read-cards.ts';
import type { ArticleCard, ArticlePage } from '#lib/articles/types.ts';
import { db } from '#lib/db.ts';
import { tagPage } from '#lib/page-cache/tag-page.ts';
import { articleTag, categoryTag, newestTag, railTag, siteTag } from '#lib/page-cache/tags.ts';
import { shownRelated } from '#lib/rails/rail.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** What is asked of an article to find those related to it; less than its page, for the read's key is made of it. */
interface Relating {
  id: number;
  /** Null for a draft without a section. */
  categoryId: number | null;
  /** The article itself and what stands above on its page already. */
  shownIds: number[];
}

export function relatingOf({ id, categoryId, picks }: ArticlePage): Relating {
  return { id, categoryId, shownIds: [id, ...picks.map((pick) => pick.id)] };
}

async function readNewest(
  where: Prisma.ArticleWhereInput,
  but: readonly number[],
  take: number,
): Promise<CardRow[]> {
  return await db().article.findMany({
    where: { ...where, ...isPublic, id: { notIn: [...but] } },
    orderBy: newestFirst,
    take,
    select: cardSelect,
  });
}

/** What is shown, and the tags of all that it depends on. */
interface Shown {
  cards: ArticleCard[];
  tags: string[];
}

/** The related ones as readers see them: what was withdrawn is left out, and the next ones move up. */
async function readRelated(relatedIds: readonly number[], { shownIds }: Relating): Promise<Shown> {
  const ids = relatedIds.filter((one) => !shownIds.includes(one));
  const cards = (await readCards(ids)).slice(0, shownRelated);
  // One that is withdrawn may come back to its place among those shown; what stands behind them can't.
  const last = cards.length < shownRelated ? ids.length : ids.indexOf(cards.at(-1)?.id ?? 0) + 1;
  return { cards, tags: ids.slice(0, last).map(articleTag) };
}

/** The related ones; where they are fewer than ten, then the section's newest and the paper's, none twice. */
export async function readRail(relatedIds: readonly number[], article: Relating): Promise<Shown> {
  const { categoryId, shownIds } = article;
  const { cards, tags } = await readRelated(relatedIds, article);
  const fill = async (where: Prisma.ArticleWhereInput, tag: string) => {
    if (cards.length >= shownRelated) return;
    const but = [...shownIds, ...cards.map((card) => card.id)];
    const rows = await readNewest(where, but, shownRelated - cards.length);
    cards.push(...rows.map(toCard));
    tags.push(tag, ...rows.map((row) => articleTag(row.id)));
  };
  if (categoryId !== null) await fill({ categoryId }, categoryTag(categoryId));
  await fill({}, newestTag);
  return { cards, tags };
}

/**
 * "Đọc thêm": ten articles, best first, as they were computed when the article was published (lib/rails). Only a page
 * that has to be filled is made anew whenever another article of its section is published.
 */
export async function listRelated(article: Relating): Promise<ArticleCard[]> {
  const { id: articleId } = article;
  const rail = await db().articleRail.findUnique({ where: { articleId }, select: { relatedIds: true } });
  const { cards, tags } = await readRail(rail?.relatedIds ?? [], article);
  tagPage(siteTag, railTag(articleId), ...tags);
  return cards;
}
