import { cardSelect, isPublic, toCard } from '#lib/articles/card.ts';
import type { ArticleCard } from '#lib/articles/types.ts';
import { body as bodySchema } from '#lib/body/blocks.ts';
import { photoKeys } from '#lib/body/photo-keys.ts';
import { db } from '#lib/db.ts';
import { openMediaFile } from '#lib/media/media-file.ts';
import { readPictures } from '#lib/media/read-pictures.ts';
import { absolute, bylinePath } from '#lib/site/urls.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { bodyHtml, figure, jpegOf } from './body-html.ts';
import type { Enclosure, FeedItem } from './types.ts';

const itemSelect = {
  ...cardSelect,
  lastPublishedAt: true,
  tags: { orderBy: { position: 'asc' }, select: { tag: { select: { name: true } } } },
  bylines: { orderBy: { position: 'asc' }, select: { byline: { select: { name: true, slug: true } } } },
} satisfies Prisma.ArticleSelect;

/** RSS wants a file's length; one that is not there is not offered. */
async function enclosureOf({ cover }: ArticleCard): Promise<Enclosure | null> {
  const picture = cover && jpegOf(cover);
  const file = picture && (await openMediaFile(picture.file));
  return picture && file ? { url: picture.url, type: file.type, bytes: file.bytes } : null;
}

const withAgency = (agency: string | null, text: string): string => (agency ? `${agency} - ${text}` : text);

/** The whole text of each. */
async function readHtml(ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db().article.findMany({
    where: { id: { in: [...ids] }, ...isPublic },
    select: { id: true, body: true },
  });
  const bodies = rows.map((row) => ({ id: row.id, body: bodySchema.parse(row.body) }));
  const pictures = await readPictures(
    db(),
    bodies.flatMap(({ body }) => photoKeys(body)),
  );
  return new Map(bodies.map(({ id, body }) => [id, bodyHtml(body, pictures)]));
}

/**
 * The published articles with these numbers, in this order.
 * @param withText  whether each comes whole
 */
export async function readItems(ids: readonly number[], withText: boolean): Promise<FeedItem[]> {
  const rows = await db().article.findMany({
    where: { id: { in: [...ids] }, ...isPublic },
    select: itemSelect,
  });
  const texts = withText ? await readHtml(ids) : null;
  const items = rows.map(async (row): Promise<FeedItem> => {
    const card = toCard(row);
    const cover = card.cover ? figure(card.cover, card.cover) : '';
    const text = texts?.get(row.id);
    return {
      id: row.id,
      url: absolute(card.href),
      title: row.title,
      summary: withAgency(row.agency, row.sapo),
      html: text === undefined ? null : `${cover}${text}`,
      publishedAt: card.publishedAt,
      changedAt: row.lastPublishedAt ?? card.publishedAt,
      authors: row.bylines.map(({ byline }) => ({
        name: byline.name,
        url: absolute(bylinePath(byline.slug)),
      })),
      section: card.section.name,
      tags: row.tags.map(({ tag }) => tag.name),
      enclosure: await enclosureOf(card),
    };
  });
  const found = new Map((await Promise.all(items)).map((item) => [item.id, item]));
  return ids.flatMap((id) => found.get(id) ?? []);
}
