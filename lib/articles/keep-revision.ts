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
  /** What its sender calls the save (lib/articles/drafts.ts). */
  save?: string | undefined;
  /** The revision that it brings back. */
  restored?: number | undefined;
}

/** What stands in a revision beside the content itself. */
interface Beside {
  version: number;
  /** When it was saved; a burst is kept since its first save, its text is that of the last. */
  savedAt: string;
  save?: string | undefined;
  restored?: number | undefined;
  /** The numbers behind the names, for as long as those last: a section may be renamed, headlines may be alike. */
  ids: { category: number | null; topic: number | null; picks: number[] };
}

const besideOf = ({ version, at, save, restored, content }: Kept): Beside => ({
  version,
  savedAt: at.toISOString(),
  save,
  restored,
  ids: { category: content.categoryId, topic: content.topicId, picks: content.picks },
});

interface Last {
  id: number;
  number: number;
  reason: string;
  authorId: number | null;
  createdAt: Date;
  save: string | null;
}

async function readLast(tx: Transaction, articleId: number): Promise<Last | undefined> {
  const [last] = await tx.$queryRaw<Last[]>`
    SELECT id, number, reason, author_id AS "authorId", created_at AS "createdAt", content->>'save' AS save
    FROM revision WHERE article_id = ${articleId} ORDER BY number DESC LIMIT 1`;
  return last;
}

/** Whether what is to be kept is a later state of what was kept last. */
function goesOn(last: Last, { reason, authorId, at, save }: Kept): boolean {
  if (last.reason !== reason || last.authorId !== authorId) return false;
  // A text that came too late is the only trace of itself: nothing but itself, sent again, may take its place.
  if (reason === 'conflict') return save !== undefined && last.save === save;
  return reason === 'autosave' && at.getTime() - last.createdAt.getTime() < burstMs;
}

/**
 * Keeps what was saved as a revision. Revisions are numbered as they come; an autosave that follows another of the same
 * writer goes into that one, so that an hour's writing is a dozen revisions and not a thousand.
 */
export async function keepRevision(tx: Transaction, kept: Kept): Promise<number> {
  const { articleId, reason, authorId, at } = kept;
  const content = { ...(await toSavedContent(tx, articleId, kept.content)), ...besideOf(kept) };
  const last = await readLast(tx, articleId);
  if (last && goesOn(last, kept)) {
    await tx.revision.update({ where: { id: last.id }, data: { content } });
    return last.number;
  }
  const number = (last?.number ?? 0) + 1;
  await tx.revision.create({ data: { articleId, number, content, reason, authorId, createdAt: at } });
  return number;
}

/** The version that this person's save of this name made, if it arrived; null: it did not. */
export async function findSave(
  tx: Transaction,
  articleId: number,
  authorId: number,
  save: string | undefined,
): Promise<number | null> {
  if (save === undefined) return null;
  const [found] = await tx.$queryRaw<{ version: number }[]>`
    SELECT (content->>'version')::int AS version FROM revision
    WHERE article_id = ${articleId} AND author_id = ${authorId} AND reason <> 'conflict' AND content->>'save' = ${save}
    ORDER BY number DESC LIMIT 1`;
  return found?.version ?? null;
}
