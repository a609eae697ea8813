import type { Transaction } from '#lib/db.ts';
import type { ArticleStatus } from '#prisma/generated/client.ts';
import { readColumns } from './columns.ts';
import { type ArticleContent, articleContent } from './content.ts';
import { missingArticle } from './missing.ts';

/** An article that nobody else can change until the transaction ends. */
export interface LockedArticle {
  id: number;
  status: ArticleStatus;
  version: number;
  slug: string;
  categoryId: number | null;
  createdById: number | null;
  approvedAt: Date | null;
  approvedById: number | null;
  firstPublishedAt: Date | null;
  lastPublishedAt: Date | null;
  goLiveAt: Date | null;
  statusSince: Date;
  updatedAt: Date;
  workingCopy: { content: unknown } | null;
}

/**
 * The article as it is now, for showing: it may change the next moment.
 * @throws Missing
 */
export async function findArticle(tx: Transaction, id: number): Promise<LockedArticle> {
  const [article] = await tx.$queryRaw<LockedArticle[]>`
    SELECT id, status::text, version, slug, category_id AS "categoryId", created_by_id AS "createdById",
      approved_at AS "approvedAt", approved_by_id AS "approvedById", first_published_at AS "firstPublishedAt",
      last_published_at AS "lastPublishedAt", go_live_at AS "goLiveAt", status_since AS "statusSince",
      updated_at AS "updatedAt",
      (SELECT jsonb_build_object('content', content) FROM working_copy WHERE article_id = id) AS "workingCopy"
    FROM article WHERE id = ${id}`;
  if (!article) throw missingArticle();
  return article;
}

/**
 * Two questions: what one that waited for the lock says of other tables may be from before the wait.
 * @throws Missing
 */
export async function lockArticle(tx: Transaction, id: number): Promise<LockedArticle> {
  await tx.$queryRaw`SELECT 1 FROM article WHERE id = ${id} FOR UPDATE`;
  return await findArticle(tx, id);
}

/** What is written of the article now: the working copy where there is one, else what the columns hold. */
export async function readWritten(tx: Transaction, article: LockedArticle): Promise<ArticleContent> {
  return article.workingCopy
    ? articleContent.parse(article.workingCopy.content)
    : await readColumns(tx, article.id);
}

/** The article as the table of permissions asks about it. */
export const subjectOf = (article: Pick<LockedArticle, 'createdById' | 'categoryId'>) => ({
  ownerId: article.createdById,
  categoryId: article.categoryId,
});
