import { pictureSelect } from '#lib/media/picture-select.ts';
import type { PictureView } from '#lib/media/types.ts';
import { articlePath, categoryPath } from '#lib/site/urls.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { ArticleCard, Photo } from './types.ts';

/** What a list needs of an article. */
export const cardSelect = {
  id: true,
  slug: true,
  title: true,
  sapo: true,
  agency: true,
  firstPublishedAt: true,
  coverAlt: true,
  coverCaption: true,
  coverCredit: true,
  cover: { select: pictureSelect },
  category: { select: { name: true, path: true } },
} satisfies Prisma.ArticleSelect;

export type CardRow = Prisma.ArticleGetPayload<{ select: typeof cardSelect }>;

/** Readers see what is published, and nothing else. Every read of theirs has this in its `where`. */
export const isPublic = { status: 'published' } satisfies Prisma.ArticleWhereInput;

/** Newest first; the id decides between two of the same minute, so that no page of a list skips one. */
export const newestFirst = [
  { firstPublishedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.ArticleOrderByWithRelationInput[];

function toCover(row: CardRow): Photo | null {
  const picture: PictureView | null = row.cover;
  return picture && { ...picture, alt: row.coverAlt, caption: row.coverCaption, credit: row.coverCredit };
}

/** Stands where a draft's section will be; a published article always has one (the database sees to that). */
export const noSection = { name: 'Chưa có chuyên mục', path: '' };

/** A row as lists show it. A published article always has its time, a draft shows the one of the newest. */
export function toCard(row: CardRow): ArticleCard {
  const category = row.category ?? noSection;
  return {
    id: row.id,
    href: articlePath(row.slug, row.id),
    title: row.title,
    sapo: row.sapo,
    agency: row.agency,
    section: { name: category.name, href: categoryPath(category.path) },
    publishedAt: row.firstPublishedAt ?? new Date(0),
    cover: toCover(row),
  };
}
