import { db } from '#lib/db.ts';
import { bylinePath, categoryPath, tagPath, topicPath } from '#lib/site/urls.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { heads, mostAddresses, type SitemapPage, urlEntry, urlsetEnd } from './write.ts';

// Sitemaps of the pages that gather articles. Those of tags, running stories and authors are cut by their numbers, which
// never change: each keeps its file, whatever becomes of the others.

const atOnce = 1000;

/**
 * What of a kind readers can open: what hangs on a published article. Such a page changes with each article that comes
 * into its list, so the newest says when it last did. Asked one by one, by an index: most have thousands of articles.
 */
const kinds = {
  tag: {
    pathOf: tagPath,
    table: Prisma.sql`tag`,
    newest: Prisma.sql`
      SELECT published_at AS at FROM article_tag WHERE tag_id = named.id AND published_at IS NOT NULL
      ORDER BY published_at DESC, article_id DESC LIMIT 1`,
  },
  'chu-de': {
    pathOf: topicPath,
    table: Prisma.sql`topic`,
    newest: Prisma.sql`
      SELECT first_published_at AS at FROM article WHERE topic_id = named.id AND status = 'published'
      ORDER BY first_published_at DESC, id DESC LIMIT 1`,
  },
  'tac-gia': {
    pathOf: bylinePath,
    table: Prisma.sql`byline`,
    newest: Prisma.sql`
      SELECT published_at AS at FROM article_byline WHERE byline_id = named.id AND published_at IS NOT NULL
      ORDER BY published_at DESC, article_id DESC LIMIT 1`,
  },
};

export type NamedKind = keyof typeof kinds;
const namedKinds = Object.keys(kinds) as NamedKind[];

interface NamedRow {
  id: number;
  slug: string;
  changedAt: Date;
}

/** Those with numbers above `after`, up to `to`. */
async function readNamed(kind: NamedKind, after: number, to: number, take: number): Promise<NamedRow[]> {
  const { table, newest } = kinds[kind];
  return await db().$queryRaw<NamedRow[]>`
    SELECT named.id, named.slug, newest.at AS "changedAt" FROM ${table} AS named CROSS JOIN LATERAL (${newest}) AS newest
    WHERE named.id > ${after} AND named.id <= ${to} ORDER BY named.id LIMIT ${take}`;
}

/**
 * The n-th sitemap (from 1) of a kind, piece by piece: of the numbers from (n − 1) × size + 1 to n × size.
 */
export async function* namedSitemap(
  kind: NamedKind,
  part: number,
  size = mostAddresses,
): AsyncGenerator<string> {
  let after = (part - 1) * size;
  let isEmpty = true;
  for (;;) {
    const rows = await readNamed(kind, after, part * size, atOnce);
    const last = rows.at(-1);
    if (!last) break;
    const entries = rows.map(({ slug, changedAt }) =>
      urlEntry({ path: kinds[kind].pathOf(slug), changedAt }),
    );
    yield `${isEmpty ? heads.pages : ''}${entries.join('')}`;
    isEmpty = false;
    after = last.id;
  }
  if (!isEmpty) yield urlsetEnd;
}

/** A sitemap that has an address in it. */
export interface NamedPart {
  kind: NamedKind;
  /** From 1. */
  part: number;
}

/** The sitemaps of all kinds, in one question: of each, whether anything readers can open has one of its numbers. */
export async function listNamedParts(size = mostAddresses): Promise<NamedPart[]> {
  const ofKind = namedKinds.map((kind) => {
    const { table, newest } = kinds[kind];
    return Prisma.sql`
      SELECT ${kind} AS kind, part FROM generate_series(1, (SELECT ceil(max(id) / ${size}::float8)::int FROM ${table})) AS part
      WHERE EXISTS (SELECT FROM ${table} AS named CROSS JOIN LATERAL (${newest}) AS newest
        WHERE named.id > (part - 1) * ${size} AND named.id <= part * ${size})`;
  });
  return await db().$queryRaw<NamedPart[]>`${Prisma.join(ofKind, ' UNION ALL ')} ORDER BY kind, part`;
}

/** The front page and the sections; each changes with every article that is published in it. */
export async function sectionSitemap(): Promise<string> {
  const rows = await db().$queryRaw<{ path: string; changedAt: Date | null }[]>`
    SELECT path, (SELECT max(newest.at) FROM category AS part CROSS JOIN LATERAL (
        SELECT first_published_at AS at FROM article WHERE category_id = part.id AND status = 'published'
        ORDER BY first_published_at DESC, id DESC LIMIT 1) AS newest
      WHERE category.id IN (part.id, part.parent_id)) AS "changedAt"
    FROM category ORDER BY path`;
  const sections: SitemapPage[] = rows.map(({ path, changedAt }) => ({
    path: categoryPath(path),
    changedAt,
  }));
  const times = sections.flatMap(({ changedAt }) => (changedAt ? [changedAt.getTime()] : []));
  const front = { path: '/', changedAt: times.length > 0 ? new Date(Math.max(...times)) : null };
  return `${heads.pages}${[front, ...sections].map((page) => urlEntry(page)).join('')}${urlsetEnd}`;
}
