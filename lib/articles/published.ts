import { cache } from 'react';
import { body as bodySchema } from '#lib/body/blocks.ts';
import { boxedIds } from '#lib/body/boxes.ts';
import { photoKeys } from '#lib/body/photo-keys.ts';
import { db } from '#lib/db.ts';
import { readPictures } from '#lib/media/read-pictures.ts';
import { tagPage } from '#lib/page-cache/tag-page.ts';
import { articleTag, siteTag } from '#lib/page-cache/tags.ts';
import { bylinePath, categoryPath, tagPath, topicPath } from '#lib/site/urls.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { readBoxed } from './boxed.ts';
import { cardSelect, isPublic, toCard } from './card.ts';
import { listRunning, type Running } from './running.ts';
import type { ArticleCard, ArticleList, ArticlePage } from './types.ts';

/** Articles on one page of a list. */
export const pageSize = 20;

const pageSelect = {
  ...cardSelect,
  categoryId: true,
  lastPublishedAt: true,
  body: true,
  category: { select: { name: true, path: true, parent: { select: { name: true, path: true } } } },
  topic: { select: { id: true, name: true, slug: true } },
  tags: { orderBy: { position: 'asc' }, select: { tag: { select: { id: true, name: true, slug: true } } } },
  bylines: { orderBy: { position: 'asc' }, select: { byline: { select: { name: true, slug: true } } } },
  picks: {
    orderBy: { position: 'asc' },
    select: { picked: { select: { status: true, ...cardSelect } } },
  },
} satisfies Prisma.ArticleSelect;

type PageRow = Prisma.ArticleGetPayload<{ select: typeof pageSelect }>;

/** What an address with an article's number leads to. */
export type ArticleAtAddress =
  | { is: 'published'; article: ArticlePage }
  | { is: 'withdrawn' }
  | { is: 'unknown' };

async function toPage(row: PageRow): Promise<ArticlePage> {
  const body = bodySchema.parse(row.body);
  const parent = row.category?.parent ?? null;
  const card = toCard(row);
  const changed = row.lastPublishedAt && row.lastPublishedAt > card.publishedAt;
  return {
    ...card,
    sections: [...(parent ? [{ name: parent.name, href: categoryPath(parent.path) }] : []), card.section],
    categoryId: row.categoryId,
    updatedAt: changed ? row.lastPublishedAt : null,
    body,
    pictures: await readPictures(db(), photoKeys(body)),
    boxed: await readBoxed(db(), boxedIds(body)),
    topic: row.topic && { id: row.topic.id, name: row.topic.name, href: topicPath(row.topic.slug) },
    tags: row.tags.map(({ tag }) => ({ id: tag.id, name: tag.name, href: tagPath(tag.slug) })),
    bylines: row.bylines.map(({ byline }) => ({ name: byline.name, href: bylinePath(byline.slug) })),
    picks: row.picks
      .filter(({ picked }) => picked.status === isPublic.status)
      .map(({ picked }) => toCard(picked)),
  };
}

/** The published article with this number, or why there is none. */
export const getPublishedArticle = cache(async (id: number): Promise<ArticleAtAddress> => {
  tagPage(siteTag, articleTag(id));
  const row = await db().article.findUnique({ where: { id }, select: { status: true, ...pageSelect } });
  // What readers had and no longer have is withdrawn to them, also while it waits to come back at its hour.
  if (row?.status !== 'published') return { is: row?.firstPublishedAt ? 'withdrawn' : 'unknown' };
  const article = await toPage(row);
  // Those of the picks and boxes that are not shown too: one may be published later.
  const named = [...row.picks.map(({ picked }) => picked.id), ...boxedIds(article.body)];
  tagPage(...named.map(articleTag));
  return { is: 'published', article };
});

/** Cards of published articles, in the order of their numbers here. */
export async function readCards(ids: readonly number[]): Promise<ArticleCard[]> {
  if (ids.length === 0) return [];
  const rows = await db().article.findMany({
    where: { id: { in: [...ids] }, ...isPublic },
    select: cardSelect,
  });
  const cards = new Map(rows.map((row) => [row.id, toCard(row)]));
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/**
 * The n-th page (from 1) of a running order. One more article than is shown is looked for, which tells whether there is a
 * next page without counting them all.
 */
export async function listPublished(running: Running, page: number): Promise<ArticleList> {
  const ids = await listRunning(running, (page - 1) * pageSize, pageSize + 1);
  return { cards: await readCards(ids.slice(0, pageSize)), page, hasMore: ids.length > pageSize };
}
