import type { Transaction } from '#lib/db.ts';
import { Missing } from '#lib/site/problems.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { readColumns } from './columns.ts';
import { type ArticleContent, articleContent } from './content.ts';

const lockedSelect = {
  id: true,
  status: true,
  version: true,
  slug: true,
  categoryId: true,
  createdById: true,
  approvedAt: true,
  approvedById: true,
  firstPublishedAt: true,
  lastPublishedAt: true,
  goLiveAt: true,
  updatedAt: true,
  workingCopy: { select: { content: true } },
} satisfies Prisma.ArticleSelect;

/** An article that nobody else can change until the transaction ends. */
export type LockedArticle = Prisma.ArticleGetPayload<{ select: typeof lockedSelect }>;

/**
 * The article as it is now, for showing: it may change the next moment.
 * @throws Missing
 */
export async function findArticle(tx: Transaction, id: number): Promise<LockedArticle> {
  const article = await tx.article.findUnique({ where: { id }, select: lockedSelect });
  if (!article) throw new Missing('Không tìm thấy bài này. Có thể người khác vừa xóa.');
  return article;
}

/** @throws Missing */
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
