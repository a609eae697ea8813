import { db } from '#lib/db.ts';
import { keptRead } from '#lib/page-cache/kept-read.ts';
import { articleTag, breakingTag, siteTag } from '#lib/page-cache/tags.ts';
import { articlePath } from '#lib/site/urls.ts';
import { databaseTime } from './database-time.ts';
import type { BreakingLine } from './types.ts';

/** The newest "Tin nóng" that has neither been ended nor run out, and whose article, if any, readers have; or null. */
export const getBreaking = () =>
  keptRead('breaking', async () => {
    const news = await readNewest();
    // What was withdrawn is not announced either.
    const tags = [siteTag, breakingTag, ...(news?.article ? [articleTag(news.article.id)] : [])];
    return { value: news && lineOf(news), tags };
  });

async function readNewest() {
  const now = await databaseTime();
  return await db().breakingNews.findFirst({
    where: { endedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { text: true, article: { select: { id: true, slug: true, status: true } } },
  });
}

function lineOf({ text, article }: NonNullable<Awaited<ReturnType<typeof readNewest>>>): BreakingLine | null {
  if (!article) return { text, href: null };
  return article.status === 'published' ? { text, href: articlePath(article.slug, article.id) } : null;
}
