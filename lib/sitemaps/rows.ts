import { renditionName } from '#lib/media/types.ts';
import { absolute, articlePath, mediaPath } from '#lib/site/urls.ts';
import { xmlElement } from '#lib/site/xml.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { urlEntry } from './write.ts';

/** An article as sitemaps have it. */
export interface SitemapRow {
  id: number;
  slug: string;
  firstPublishedAt: Date;
  lastPublishedAt: Date;
  /** Its cover, and the cover's widest file. */
  cover: string | null;
  width: number | null;
}

/** The columns of such a row. */
export const sitemapColumns = Prisma.sql`
  article.id, article.slug, article.first_published_at AS "firstPublishedAt", article.last_published_at AS "lastPublishedAt",
  picture.key AS cover, picture.renditions[cardinality(picture.renditions)] AS width`;

function pictureOf({ cover, width }: SitemapRow): string {
  if (cover === null || width === null) return '';
  const address = absolute(mediaPath(renditionName(cover, width, 'jpg')));
  return `<image:image>${xmlElement('image:loc', address)}</image:image>`;
}

/** @param more  what stands in the entry besides */
export function articleEntry(row: SitemapRow, more = ''): string {
  const path = articlePath(row.slug, row.id);
  return urlEntry({ path, changedAt: row.lastPublishedAt }, `${more}${pictureOf(row)}`);
}
