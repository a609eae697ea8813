import { listRunning, type Running } from '#lib/articles/running.ts';
import { getSection } from '#lib/categories/sections.ts';
import { db } from '#lib/db.ts';
import {
  bylineTag,
  categoriesTag,
  categoryTag,
  missingTag,
  newestTag,
  tagTag,
  topicTag,
} from '#lib/page-cache/tags.ts';
import { readSlug } from '#lib/site/addresses.ts';
import { bylinePath, tagPath, topicPath } from '#lib/site/urls.ts';
import type { FeedSource } from './types.ts';

/** Articles in a feed. */
const feedLength = 50;
const newest = async (running: Running): Promise<number[]> => await listRunning(running, 0, feedLength);

interface Named {
  id: number;
  name: string;
  slug: string;
  description: string;
}

/** As its page: what has no published article is not there. */
async function namedFeed(
  named: Named | null,
  by: 'tag' | 'topic' | 'byline',
  href: (slug: string) => string,
  pageTag: (id: number) => string,
): Promise<FeedSource | null> {
  const ids = named ? await newest({ of: by, id: named.id }) : [];
  if (!named || ids.length === 0) return null;
  const { id, name, slug, description } = named;
  return { name, description, href: href(slug), tags: [pageTag(id)], newest: ids };
}

async function bylineFeed(slug: string): Promise<FeedSource | null> {
  const byline = await db().byline.findUnique({ where: { slug } });
  const named = byline && { ...byline, description: byline.bio };
  return await namedFeed(named, 'byline', bylinePath, bylineTag);
}

async function sectionFeed(path: string): Promise<FeedSource | null> {
  const section = await getSection(path);
  if (!section) return null;
  const { name, description, href, categoryIds } = section;
  return {
    name,
    description,
    href,
    tags: [categoriesTag, ...categoryIds.map(categoryTag)],
    newest: await newest({ of: 'sections', ids: categoryIds, but: [] }),
  };
}

/** The feed of the whole paper. */
export async function paperFeed(): Promise<FeedSource> {
  const ids = await newest({ of: 'paper' });
  return { name: null, description: '', href: '/', tags: [newestTag], newest: ids };
}

/**
 * What the address of a feed is of, or null.
 * @param parts  those of its page's address: ["thoi-su", "do-thi"], ["tag", "giao-thong"]
 */
export async function findFeed(parts: readonly string[]): Promise<FeedSource | null> {
  const [first = '', second, ...more] = parts;
  if (more.length > 0 || parts.some((part) => readSlug(part) === null)) return null;
  const where = { slug: second ?? '' };
  switch (first) {
    case 'tag':
      return await namedFeed(await db().tag.findUnique({ where }), 'tag', tagPath, tagTag);
    case 'chu-de':
      return await namedFeed(await db().topic.findUnique({ where }), 'topic', topicPath, topicTag);
    case 'tac-gia':
      return await bylineFeed(where.slug);
    default:
      return await sectionFeed(parts.join('/'));
  }
}

/** On the answer that there is no such feed: what is made, renamed or first written about later may be one. */
export const noFeedTags = [missingTag, categoriesTag];
