import { db } from '#lib/db.ts';
import { Missing } from '#lib/site/problems.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { mayWrite } from './drafts.ts';
import { subjectOf } from './locked.ts';
import { missingArticle } from './missing.ts';
import type { RevisionHistory, RevisionItem, RevisionText } from './types.ts';

// What an article's history shows. Revisions are read, never changed; restore.ts makes new ones of them.

const pageSize = 50;

async function readableArticle(actor: Actor, id: number) {
  const article = await db().article.findUnique({
    where: { id },
    select: { title: true, status: true, createdById: true, categoryId: true },
  });
  if (!article) throw missingArticle();
  demand(actor, 'article.read', subjectOf(article));
  return article;
}

type Row = Omit<RevisionItem, 'savedAt'> & { createdAt: Date; savedAt: string | null };

/** When it was saved last: a revision gathers the saves of a few minutes. */
const itemOf = ({ createdAt, savedAt, ...row }: Row): RevisionItem => ({
  ...row,
  savedAt: savedAt === null ? createdAt : new Date(savedAt),
});

/**
 * An article's revisions, the newest first, a page at a time.
 * @throws Missing
 * @throws NotAllowed where the person may not read the article
 */
export async function listRevisions(
  actor: Actor,
  { id, page }: { id: number; page: number },
): Promise<RevisionHistory> {
  const article = await readableArticle(actor, id);
  // The texts themselves stay where they are: there may be a hundred of them, each as long as the article.
  const rows = await db().$queryRaw<Row[]>`
    SELECT r.number, r.reason, r.created_at AS "createdAt", s.name AS author, r.content->>'title' AS title,
      r.content->>'savedAt' AS "savedAt", (r.content->>'restored')::int AS restored
    FROM revision r LEFT JOIN staff s ON s.id = r.author_id
    WHERE r.article_id = ${id} ORDER BY r.number DESC LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`;
  const latest = await db().revision.aggregate({ where: { articleId: id }, _max: { number: true } });
  return {
    title: article.title,
    mayWrite: mayWrite(actor, article),
    latest: latest._max.number ?? 0,
    revisions: rows.slice(0, pageSize).map(itemOf),
    hasMore: rows.length > pageSize,
  };
}

/**
 * One revision, whole.
 * @throws Missing
 * @throws NotAllowed where the person may not read the article
 */
export async function readRevision(
  actor: Actor,
  { id, number }: { id: number; number: number },
): Promise<RevisionText> {
  await readableArticle(actor, id);
  const [row] = await db().$queryRaw<(Row & Pick<RevisionText, 'content'>)[]>`
    SELECT r.number, r.reason, r.created_at AS "createdAt", s.name AS author, r.content->>'title' AS title,
      r.content->>'savedAt' AS "savedAt", (r.content->>'restored')::int AS restored, r.content
    FROM revision r LEFT JOIN staff s ON s.id = r.author_id
    WHERE r.article_id = ${id} AND r.number = ${number}`;
  if (!row) throw new Missing('Không có bản này trong lịch sử của bài.');
  const { content, ...rest } = row;
  return { ...itemOf(rest), content };
}
