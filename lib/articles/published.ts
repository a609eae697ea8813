import { body as bodySchema } from '#lib/body/blocks.ts';
import { boxedIds } from '#lib/body/boxes.ts';
import { photoKeys } from '#lib/body/photo-keys.ts';
import { db, readRows } from '#lib/db.ts';
import { readPictures } from '#lib/media/read-pictures.ts';
import { tagPage } from '#lib/page-cache/tag-page.ts';
import { articleTag, siteTag } from '#lib/page-cache/tags.ts';
import { bylinePath, categoryPath, tagPath, topicPath } from '#lib/site/urls.ts';
import { readBoxed } from './boxed.ts';
import { type CardRow, toCard } from './card.ts';
import { cardColumns, cardTables, readCards } from './read-cards.ts';
import { listRunning, type Running } from './running.ts';
import type { ArticleList, ArticlePage } from './types.ts';

/** Articles on one page of a list. */
export const pageSize = 20;

interface PageRow extends CardRow {
  status: string;
  categoryId: number | null;
  lastPublishedAt: Date | null;
  body: unknown;
  parent: { name: string; path: string } | null;
  topic: { id: number; name: string; slug: string } | null;
  tags: { id: number; name: string; slug: string }[];
  bylines: { name: string; slug: string }[];
  /** Numbers of the articles that were picked, in their order. */
  picks: number[];
}

async function readRow(id: number): Promise<PageRow | undefined> {
  const [row] = await readRows<PageRow>`
    SELECT ${cardColumns}, article.status::text, article.category_id AS "categoryId",
      article.last_published_at AS "lastPublishedAt", article.body,
      (SELECT jsonb_build_object('name', name, 'path', path) FROM category AS parent
        WHERE parent.id = category.parent_id) AS parent,
      (SELECT jsonb_build_object('id', id, 'name', name, 'slug', slug) FROM topic
        WHERE topic.id = article.topic_id) AS topic,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', tag.id, 'name', name, 'slug', tag.slug) ORDER BY position), '[]')
        FROM article_tag JOIN tag ON tag.id = tag_id WHERE article_id = article.id) AS tags,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'slug', byline.slug) ORDER BY position), '[]')
        FROM article_byline JOIN byline ON byline.id = byline_id WHERE article_id = article.id) AS bylines,
      ARRAY (SELECT picked_id FROM related_pick WHERE article_id = article.id ORDER BY position) AS picks
    FROM ${cardTables} WHERE article.id = ${id}`;
  return row;
}

/** What an address with an article's number leads to. */
export type ArticleAtAddress =
  | { is: 'published'; article: ArticlePage }
  | { is: 'withdrawn' }
  | { is: 'unknown' };

async function toPage(row: PageRow): Promise<ArticlePage> {
  const body = bodySchema.parse(row.body);
  const card = toCard(row);
  const changed = row.lastPublishedAt && row.lastPublishedAt > card.publishedAt;
  const [pictures, boxed, picks] = await Promise.all([
    readPictures(db(), photoKeys(body)),
    readBoxed(db(), boxedIds(body)),
    readCards(row.picks),
  ]);
  const { parent, topic } = row;
  return {
    ...card,
    sections: [...(parent ? [{ name: parent.name, href: categoryPath(parent.path) }] : []), card.section],
    categoryId: row.categoryId,
    updatedAt: changed ? row.lastPublishedAt : null,
    body,
    pictures,
    boxed,
    topic: topic && { id: topic.id, name: topic.name, href: topicPath(topic.slug) },
    tags: row.tags.map(({ id, name, slug }) => ({ id, name, href: tagPath(slug) })),
    bylines: row.bylines.map(({ name, slug }) => ({ name, href: bylinePath(slug) })),
    picks,
  };
}

/** The published article with this number, or why there is none. */
export async function getPublishedArticle(id: number): Promise<ArticleAtAddress> {
  tagPage(siteTag, articleTag(id));
  const row = await readRow(id);
  // What readers had and no longer have is withdrawn to them, also while it waits to come back at its hour.
  if (row?.status !== 'published') return { is: row?.firstPublishedAt ? 'withdrawn' : 'unknown' };
  const article = await toPage(row);
  // Those of the picks and boxes that are not shown too: one may be published later.
  const named = [...row.picks, ...boxedIds(article.body)];
  tagPage(...named.map(articleTag));
  return { is: 'published', article };
}

/**
 * The n-th page (from 1) of a running order. One more article than is shown is looked for, which tells whether there is a
 * next page without counting them all.
 */
export async function listPublished(running: Running, page: number): Promise<ArticleList> {
  const ids = await listRunning(running, (page - 1) * pageSize, pageSize + 1);
  return { cards: await readCards(ids.slice(0, pageSize)), page, hasMore: ids.length > pageSize };
}
