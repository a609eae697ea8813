import { cacheLife, cacheTag } from 'next/cache';
import { db } from '#lib/db.ts';
import { articleTag, breakingTag, siteTag } from '#lib/page-cache/tags.ts';
import { articlePath } from '#lib/site/urls.ts';
import { databaseTime } from './database-time.ts';
import type { BreakingLine } from './types.ts';

/** The newest "Tin nóng" that has neither been ended nor run out, and whose article, if any, readers have; or null. */
export async function getBreaking(): Promise<BreakingLine | null> {
  'use cache';
  cacheLife('page');
  cacheTag(siteTag, breakingTag);
  const now = await databaseTime();
  const news = await db().breakingNews.findFirst({
    where: { endedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { text: true, article: { select: { id: true, slug: true, status: true } } },
  });
  if (!news) return null;
  const { text, article } = news;
  if (!article) return { text, href: null };
  // What was withdrawn is not announced either.
  cacheTag(articleTag(article.id));
  return article.status === 'published' ? { text, href: articlePath(article.slug, article.id) } : null;
}
