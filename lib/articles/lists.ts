import { db } from '#lib/db.ts';
import { tagPage } from '#lib/page-cache/tag-page.ts';
import { articleTag, bylineTag, missingTag, siteTag, tagTag, topicTag } from '#lib/page-cache/tags.ts';
import { listPublished } from './published.ts';
import type { Running } from './running.ts';
import type { NamedList } from './types.ts';

// What gathers articles across the sections: a tag, a running story, a byline. Each read gives one page of its
// articles, or null where there is nothing of that name, or nothing published yet: a running story that is only being
// prepared is nobody's business.

interface Named {
  id: number;
  name: string;
  description: string;
}

async function pageOf(
  named: Named | null,
  nameTag: (id: number) => string,
  of: Extract<Running['of'], 'tag' | 'topic' | 'byline'>,
  page: number,
): Promise<NamedList | null> {
  tagPage(siteTag);
  if (!named) {
    tagPage(missingTag);
    return null;
  }
  const list = await listPublished({ of, id: named.id }, page);
  tagPage(nameTag(named.id), ...list.cards.map((card) => articleTag(card.id)));
  if (page === 1 && list.cards.length === 0) {
    tagPage(missingTag);
    return null;
  }
  return { name: named.name, description: named.description, ...list };
}

export async function getTagPage(slug: string, page: number): Promise<NamedList | null> {
  const tag = await db().tag.findUnique({ where: { slug } });
  return await pageOf(tag, tagTag, 'tag', page);
}

export async function getTopicPage(slug: string, page: number): Promise<NamedList | null> {
  const topic = await db().topic.findUnique({ where: { slug } });
  return await pageOf(topic, topicTag, 'topic', page);
}

export async function getBylinePage(slug: string, page: number): Promise<NamedList | null> {
  const byline = await db().byline.findUnique({ where: { slug } });
  const named = byline && { ...byline, description: byline.bio };
  return await pageOf(named, bylineTag, 'byline', page);
}
