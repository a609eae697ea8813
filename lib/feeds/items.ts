import { body as bodySchema } from '#lib/body/blocks.ts';
import { photoKeys } from '#lib/body/photo-keys.ts';
import { db, readRows } from '#lib/db.ts';
import { findMediaFile, type MediaFile } from '#lib/media/media-file.ts';
import { readPictures } from '#lib/media/read-pictures.ts';
import type { PictureView } from '#lib/media/types.ts';
import { keptOfArticles } from '#lib/page-cache/kept-articles.ts';
import { absolute, articlePath, bylinePath } from '#lib/site/urls.ts';
import { bodyHtml, figure, jpegOf } from './body-html.ts';
import type { Enclosure, FeedItem } from './types.ts';

interface ItemRow {
  id: number;
  slug: string;
  title: string;
  sapo: string;
  agency: string | null;
  firstPublishedAt: Date;
  lastPublishedAt: Date;
  section: string;
  tags: string[];
  bylines: { name: string; slug: string }[];
  cover: (PictureView & { alt: string; caption: string; credit: string }) | null;
}

/** One question: a feed is made anew after each publication, while its readers wait. */
async function readItemRows(ids: readonly number[]): Promise<ItemRow[]> {
  return await readRows<ItemRow>`
    SELECT article.id, article.slug, article.title, article.sapo, article.agency,
      article.first_published_at AS "firstPublishedAt", article.last_published_at AS "lastPublishedAt",
      category.name AS section,
      ARRAY(SELECT tag.name FROM article_tag JOIN tag ON tag.id = tag_id
        WHERE article_id = article.id ORDER BY article_tag.position) AS tags,
      (SELECT coalesce(json_agg(json_build_object('name', byline.name, 'slug', byline.slug) ORDER BY position), '[]')
        FROM article_byline JOIN byline ON byline.id = byline_id WHERE article_id = article.id) AS bylines,
      CASE WHEN picture.id IS NOT NULL THEN json_build_object(
        'key', picture.key, 'width', picture.width, 'height', picture.height, 'renditions', picture.renditions,
        'dominantColor', picture.dominant_color, 'focalX', picture.focal_x, 'focalY', picture.focal_y,
        'alt', cover_alt, 'caption', cover_caption, 'credit', cover_credit) END AS cover
    FROM article JOIN category ON category.id = category_id LEFT JOIN picture ON picture.id = cover_id
    WHERE article.id = ANY(${[...ids]}) AND status = 'published'`;
}

/** Files of pictures that were found; what stands in one never changes. To look for fifty takes as long as a question. */
const found = new Map<string, MediaFile>();
const mostFound = 2000;

async function findPicture(name: string): Promise<MediaFile | null> {
  const known = found.get(name);
  if (known) return known;
  const file = await findMediaFile(name);
  if (found.size >= mostFound) found.clear();
  if (file) found.set(name, file);
  return file;
}

/** RSS wants a file's length; one that is not there is not offered. */
async function enclosureOf({ cover }: ItemRow): Promise<Enclosure | null> {
  const picture = cover && jpegOf(cover);
  const file = picture && (await findPicture(picture.file));
  return picture && file ? { url: picture.url, type: file.type, bytes: file.bytes } : null;
}

const withAgency = (agency: string | null, text: string): string => (agency ? `${agency} - ${text}` : text);

/** The whole text of each. */
async function readHtml(ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db().article.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, body: true },
  });
  const bodies = rows.map((row) => ({ id: row.id, body: bodySchema.parse(row.body) }));
  const keys = bodies.flatMap(({ body }) => photoKeys(body));
  const pictures = await readPictures(db(), keys);
  return new Map(bodies.map(({ id, body }) => [id, bodyHtml(body, pictures)]));
}

/** @param text  the article's body as HTML; none where feeds carry headlines only */
async function toItem(row: ItemRow, text: string | undefined): Promise<FeedItem> {
  const { cover } = row;
  return {
    id: row.id,
    url: absolute(articlePath(row.slug, row.id)),
    title: row.title,
    summary: withAgency(row.agency, row.sapo),
    html: text === undefined ? null : `${cover ? figure(cover, cover) : ''}${text}`,
    publishedAt: row.firstPublishedAt,
    changedAt: row.lastPublishedAt,
    authors: row.bylines.map(({ name, slug }) => ({ name, url: absolute(bylinePath(slug)) })),
    section: row.section,
    tags: row.tags,
    enclosure: await enclosureOf(row),
  };
}

/**
 * The published articles with these numbers, in this order.
 * @param withText  whether each comes whole
 */
export async function readItems(ids: readonly number[], withText: boolean): Promise<FeedItem[]> {
  const read = async (missing: readonly number[]): Promise<FeedItem[]> => {
    const rows = await readItemRows(missing);
    const texts = withText ? await readHtml(rows.map(({ id }) => id)) : null;
    return await Promise.all(rows.map((row) => toItem(row, texts?.get(row.id))));
  };
  // Whole texts would fill a memory of their own.
  const items = withText
    ? new Map((await read(ids)).map((item) => [item.id, item]))
    : await keptOfArticles('feed item', ids, read, { isForFeeds: true });
  return ids.flatMap((id) => items.get(id) ?? []);
}
