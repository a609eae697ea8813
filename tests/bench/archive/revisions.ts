import type { ArchiveArticle, ArchivePlan } from './batch.ts';
import type { Cell } from './copy-in.ts';

const keptMs = 90 * 86_400_000;

/**
 * A revision of each article of the last three months, as publishing left it. The older ones have none, as those of a
 * paper that moved here: readers' pages ask for no revision, and each is as large as its article.
 */
export function revisionRows(
  batch: readonly ArchiveArticle[],
  { until }: ArchivePlan,
): Record<string, Cell>[] {
  const titles = new Map(batch.map((article) => [article.id, article.content.title]));
  return batch
    .filter((article) => until.getTime() - article.publishedAt.getTime() < keptMs)
    .map((article) => {
      const { categoryId, topicId, picks, ...content } = article.content;
      const isOut = article.status === 'published' || article.status === 'withdrawn';
      const again = article.changedAt > article.publishedAt;
      return {
        article_id: article.id,
        number: 1,
        content: JSON.stringify({
          ...content,
          category: article.section.names,
          topic: article.story?.name ?? null,
          related: picks.map((id) => titles.get(id) ?? ''),
          publishedAt: isOut ? article.publishedAt.toISOString() : null,
          updatedAt: isOut && again ? article.changedAt.toISOString() : null,
          version: 1 + (article.id % 7),
          savedAt: article.publishedAt.toISOString(),
          ids: { category: categoryId, topic: topicId, picks },
        }),
        reason: isOut ? 'article.publish' : 'save',
        author_id: article.staffId,
        created_at: article.publishedAt,
      };
    });
}
