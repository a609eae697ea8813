import { type Body, body as bodySchema } from '#lib/body/blocks.ts';
import type { Transaction } from '#lib/db.ts';
import type { ArticleType, Prisma } from '#prisma/generated/client.ts';
import type { ArticleContent } from './content.ts';

/**
 * An article's content as a revision keeps it: whole, and by names rather than numbers, so that it can be read years
 * later and in another database. Times are ISO strings in UTC.
 */
export interface SavedContent {
  type: ArticleType;
  title: string;
  sapo: string;
  agency: string | null;
  /** Names of the section, its parent's first; none for a draft without a section. */
  category: string[];
  topic: string | null;
  tags: string[];
  bylines: string[];
  cover: { picture: string; alt: string; caption: string; credit: string } | null;
  body: Body;
  /** The picks of related articles, as an article file names them (DESIGN section 6). */
  related: string[];
  /** When readers first get it or got it; null for a draft. */
  publishedAt: string | null;
  /** When readers last got a changed version; null where that is its first. */
  updatedAt: string | null;
}

/** What `contentOf` needs of an article. */
export const contentSelect = {
  type: true,
  title: true,
  sapo: true,
  agency: true,
  body: true,
  status: true,
  firstPublishedAt: true,
  lastPublishedAt: true,
  goLiveAt: true,
  coverAlt: true,
  coverCaption: true,
  coverCredit: true,
  cover: { select: { key: true } },
  category: { select: { name: true, parent: { select: { name: true } } } },
  topic: { select: { name: true } },
  tags: { orderBy: { position: 'asc' }, select: { tag: { select: { name: true } } } },
  bylines: { orderBy: { position: 'asc' }, select: { byline: { select: { name: true } } } },
} satisfies Prisma.ArticleSelect;

type ContentRow = Prisma.ArticleGetPayload<{ select: typeof contentSelect }>;

type SectionRow = { name: string; parent: { name: string } | null } | null;

const sectionNames = (category: SectionRow): string[] =>
  [category?.parent?.name, category?.name].filter((name) => name !== undefined);

type TimesRow = Pick<ContentRow, 'status' | 'firstPublishedAt' | 'lastPublishedAt' | 'goLiveAt'>;

function publicationTimes(row: TimesRow): Pick<SavedContent, 'publishedAt' | 'updatedAt'> {
  const publishedAt = row.firstPublishedAt ?? (row.status === 'scheduled' ? row.goLiveAt : null);
  const again = row.lastPublishedAt && row.lastPublishedAt.getTime() !== row.firstPublishedAt?.getTime();
  return {
    publishedAt: publishedAt?.toISOString() ?? null,
    updatedAt: again ? (row.lastPublishedAt?.toISOString() ?? null) : null,
  };
}

/** An article's content as it stands now. `related` is given by the caller, who knows what names tell articles apart. */
export function contentOf(row: ContentRow, related: string[]): SavedContent {
  return {
    type: row.type,
    title: row.title,
    sapo: row.sapo,
    agency: row.agency,
    category: sectionNames(row.category),
    topic: row.topic?.name ?? null,
    tags: row.tags.map(({ tag }) => tag.name),
    bylines: row.bylines.map(({ byline }) => byline.name),
    cover: row.cover && {
      picture: row.cover.key,
      alt: row.coverAlt,
      caption: row.coverCaption,
      credit: row.coverCredit,
    },
    body: bodySchema.parse(row.body),
    related,
    ...publicationTimes(row),
  };
}

interface NamesRow extends TimesRow {
  category: string | null;
  parent: string | null;
  topic: string | null;
  related: string[];
}

/** Content that is being written, by names: as `contentOf` gives it of what the columns hold. */
export async function toSavedContent(
  tx: Transaction,
  id: number,
  content: ArticleContent,
): Promise<SavedContent> {
  const { categoryId, topicId, picks, cover, ...rest } = content;
  const [row] = await tx.$queryRaw<[NamesRow]>`
    SELECT article.status::text, article.first_published_at AS "firstPublishedAt",
      article.last_published_at AS "lastPublishedAt", article.go_live_at AS "goLiveAt",
      category.name AS category, parent.name AS parent,
      (SELECT name FROM topic WHERE topic.id = ${topicId}::int) AS topic,
      ARRAY(SELECT picked.title FROM unnest(${picks}::int[]) WITH ORDINALITY AS pick (id, place)
        JOIN article AS picked ON picked.id = pick.id ORDER BY place) AS related
    FROM article LEFT JOIN category ON category.id = ${categoryId}::int
      LEFT JOIN category AS parent ON parent.id = category.parent_id
    WHERE article.id = ${id}`;
  return {
    ...rest,
    cover,
    category: [row.parent, row.category].filter((name) => name !== null),
    topic: row.topic,
    related: row.related,
    ...publicationTimes(row),
  };
}
