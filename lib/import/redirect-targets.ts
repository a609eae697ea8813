import { db } from '#lib/db.ts';
import { articlePath, bylinePath, categoryPath, siteUrl, tagPath, topicPath } from '#lib/site/urls.ts';

// What the rows of a table of old addresses may lead to: pages of the site.

const source = /^source:\s*(.+)$/i;
const articleAddress = /^\/[a-z0-9-]*-([1-9]\d{0,8})\.html$/;

/** The path of an address of this site; null for any other. */
function ownPath(address: string): string | null {
  if (/^\/(?![/\\])/.test(address)) return address;
  return address.startsWith(`${siteUrl()}/`) ? address.slice(siteUrl().length) : null;
}

/** Answers what there is on the site; a few queries, however many rows. */
export interface Targets {
  /** The page's one address; null where there is no such page. */
  find: (target: string) => string | null;
  /** Whether this is the address of a page that readers can open: nothing leads away from it. */
  isPage: (path: string) => boolean;
}

const numberOf = (path: string): number => Number(articleAddress.exec(path)?.[1] ?? 0);

async function readArticles(texts: readonly string[]) {
  const ids = [...new Set(texts.map((text) => numberOf(ownPath(text) ?? '')))].filter((id) => id > 0);
  const sources = [...new Set(texts.flatMap((text) => source.exec(text)?.[1] ?? []))];
  const rows = [];
  for (let from = 0; from < Math.max(ids.length, sources.length); from += 5000) {
    const some = { in: ids.slice(from, from + 5000) };
    const named = { in: sources.slice(from, from + 5000) };
    rows.push(
      ...(await db().article.findMany({
        where: { OR: [{ id: some }, { sourceId: named }] },
        select: { id: true, slug: true, sourceId: true, firstPublishedAt: true },
      })),
    );
  }
  return rows;
}

async function listLists(): Promise<Set<string>> {
  const slug = { select: { slug: true } } as const;
  const [sections, tags, topics, bylines] = await Promise.all([
    db().category.findMany({ select: { path: true } }),
    db().tag.findMany(slug),
    db().topic.findMany(slug),
    db().byline.findMany(slug),
  ]);
  return new Set([
    '/',
    '/tim-kiem',
    ...sections.map(({ path }) => categoryPath(path)),
    ...tags.map((tag) => tagPath(tag.slug)),
    ...topics.map((topic) => topicPath(topic.slug)),
    ...bylines.map((byline) => bylinePath(byline.slug)),
  ]);
}

/** @param texts  all addresses of the table, both columns */
export async function readTargets(texts: readonly string[]): Promise<Targets> {
  const articles = await readArticles(texts);
  const lists = await listLists();
  const byId = new Map(articles.map((row) => [row.id, row]));
  const bySource = new Map(articles.map((row) => [row.sourceId, row]));
  const addressOf = (row: (typeof articles)[number] | undefined) => row && articlePath(row.slug, row.id);
  return {
    find: (target) => {
      const name = source.exec(target)?.[1];
      if (name !== undefined) return addressOf(bySource.get(name)) ?? null;
      const path = ownPath(target);
      if (path === null) return null;
      return addressOf(byId.get(numberOf(path))) ?? (lists.has(path) ? path : null);
    },
    isPage: (path) => lists.has(path) || Boolean(byId.get(numberOf(path))?.firstPublishedAt),
  };
}
