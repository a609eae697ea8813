import type { SavedContent } from '#lib/articles/saved-content.ts';
import type { ArticleStatus } from '#prisma/generated/client.ts';
import { ArticleProblem } from './article-problem.ts';

/** Where an article stands on its way to readers. */
export interface Publication {
  status: ArticleStatus;
  firstPublishedAt: Date | null;
  lastPublishedAt: Date | null;
  goLiveAt: Date | null;
}

const unpublished = { firstPublishedAt: null, lastPublishedAt: null, goLiveAt: null };

/**
 * What a file makes of an article: a draft without publishedAt, scheduled with one to come, published with one that has
 * passed. An import hides nothing that readers have, and brings nothing back that was withdrawn.
 * @param existing  the article as it is, or null for a new one
 * @throws ArticleProblem where the file would hide a published article
 */
export function planPublication(
  content: SavedContent,
  existing: Publication | null,
  now: Date,
  lineOf: (key: string) => number,
): Publication {
  if (existing?.status === 'withdrawn') return existing;
  const isOut = existing?.status === 'published';
  if (content.publishedAt === null) {
    if (isOut) {
      throw new ArticleProblem(
        1,
        'publishedAt is missing, but readers have this article already; to take it away, withdraw it',
      );
    }
    const status = existing && existing.status !== 'scheduled' ? existing.status : 'draft';
    return { ...unpublished, status };
  }
  const publishedAt = new Date(content.publishedAt);
  if (publishedAt > now) {
    if (isOut) {
      throw new ArticleProblem(
        lineOf('publishedAt'),
        'publishedAt is still to come, but readers have this article already',
      );
    }
    return { ...unpublished, status: 'scheduled', goLiveAt: publishedAt };
  }
  const changed = content.updatedAt === null ? null : new Date(content.updatedAt);
  return {
    status: 'published',
    firstPublishedAt: publishedAt,
    lastPublishedAt: changed ?? (isOut ? now : publishedAt),
    goLiveAt: null,
  };
}
