import { readRows } from '#lib/db.ts';
import { keptOfArticles } from '#lib/page-cache/kept-articles.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { type CardRow, toCard } from './card.ts';
import type { ArticleCard } from './types.ts';

// Cards as readers' pages read them, in one question. Prisma's own reading of relations asks a question for each table,
// one after the other, and a page that nobody has asked for yet waits for all of them.

/** The columns of a CardRow. */
export const cardColumns = Prisma.sql`
  article.id, article.slug, article.title, article.sapo, article.agency,
  article.first_published_at AS "firstPublishedAt",
  article.cover_alt AS "coverAlt", article.cover_caption AS "coverCaption", article.cover_credit AS "coverCredit",
  CASE WHEN cover.id IS NOT NULL THEN jsonb_build_object(
    'key', cover.key, 'width', cover.width, 'height', cover.height, 'renditions', cover.renditions,
    'dominantColor', cover.dominant_color, 'focalX', cover.focal_x, 'focalY', cover.focal_y) END AS cover,
  CASE WHEN category.id IS NOT NULL THEN
    jsonb_build_object('name', category.name, 'path', category.path) END AS category`;

/** What they are read from. */
export const cardTables = Prisma.sql`
  article LEFT JOIN picture AS cover ON cover.id = article.cover_id
  LEFT JOIN category ON category.id = article.category_id`;

/** The rows of those of these articles that readers have, in no order. */
export async function readCardRows(ids: readonly number[]): Promise<CardRow[]> {
  if (ids.length === 0) return [];
  return await readRows<CardRow>`
    SELECT ${cardColumns} FROM ${cardTables} WHERE article.id = ANY (${[...ids]}) AND article.status = 'published'`;
}

/** Cards of published articles, in the order of their numbers here. */
export async function readCards(ids: readonly number[]): Promise<ArticleCard[]> {
  const cards = await keptOfArticles('card', ids, async (missing) =>
    (await readCardRows(missing)).map(toCard),
  );
  return ids.flatMap((id) => cards.get(id) ?? []);
}
