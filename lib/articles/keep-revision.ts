import type { Transaction } from '#lib/db.ts';
import type { ArticleContent } from './content.ts';
import { toSavedContent } from './saved-content.ts';

/** Why a revision was kept: by the editor's own saving, or a verb on the way to print. */
export type RevisionReason = 'autosave' | 'save' | 'conflict' | 'restore' | 'import' | `article.${string}`;

/** One writer's saves within this time are one revision, the last of them. */
const burstMs = 5 * 60 * 1000;

interface Kept {
  articleId: number;
  /** The version that the save made. */
  version: number;
  content: ArticleContent;
  reason: RevisionReason;
  authorId: number | null;
  at: Date;
}

/**
 * Keeps what was saved as a revision. Revisions are numbered as they come; an autosave (or a text that came too late)
 * that follows another of the same writer goes into that one, so that an hour's writing is a dozen revisions and not a thousand.
 */
export async function keepRevision(tx: Transaction, kept: Kept): Promise<number> {
  const { articleId, reason, authorId, at } = kept;
  const content = { ...(await toSavedContent(tx, articleId, kept.content)), version: kept.version };
  const last = await tx.revision.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, reason: true, authorId: true, createdAt: true },
  });
  const isBurst =
    (reason === 'autosave' || reason === 'conflict') &&
    last?.reason === reason &&
    last.authorId === authorId &&
    at.getTime() - last.createdAt.getTime() < burstMs;
  if (isBurst) {
    await tx.revision.update({ where: { id: last.id }, data: { content } });
    return last.number;
  }
  const number = (last?.number ?? 0) + 1;
  await tx.revision.create({ data: { articleId, number, content, reason, authorId, createdAt: at } });
  return number;
}
