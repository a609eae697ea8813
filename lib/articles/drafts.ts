import { isDeepStrictEqual } from 'node:util';
import { record } from '#lib/audit/record.ts';
import { db, type Transaction } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { tellEditors } from '#lib/presence/sessions.ts';
import { readSettings } from '#lib/settings/read.ts';
import { Invalid, NotAllowed } from '#lib/site/problems.ts';
import { can, demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { mayApprove } from './approval.ts';
import { writeColumns } from './columns.ts';
import { type ArticleContent, emptyContent } from './content.ts';
import { findSave, keepRevision, type RevisionReason } from './keep-revision.ts';
import { type LockedArticle, lockArticle, readWritten, subjectOf } from './locked.ts';
import type { SaveOutcome } from './types.ts';

// Writing an article: begun, read by its writer, saved, thrown away. Nothing here reaches readers.

/** Whether the person may change the text now: a reporter only until it is submitted, others while it is theirs to edit. */
export function mayWrite(
  actor: Actor,
  article: Pick<LockedArticle, 'status' | 'createdById' | 'categoryId'>,
): boolean {
  const subject = subjectOf(article);
  switch (article.status) {
    case 'draft':
      return can(actor, 'article.write', subject);
    case 'submitted':
    case 'edited':
      return can(actor, 'article.edit', subject);
    case 'scheduled':
      return can(actor, 'article.schedule', subject);
    case 'published':
    case 'withdrawn':
      return can(actor, 'article.edit', subject);
  }
}

/**
 * As `mayWrite`, with the paper's settings: a change takes an approval back unless its writer may approve it, and what
 * goes out by itself at its hour can't lose its approval meanwhile.
 */
async function mayChange(tx: Transaction, actor: Actor, article: LockedArticle): Promise<boolean> {
  if (!mayWrite(actor, article)) return false;
  return article.status !== 'scheduled' || (await mayApprove(tx, actor, article));
}

/** A new article of the person's own, empty but for the paper's agency and the section where the person has only one. */
export async function beginArticle(actor: Actor, _input: unknown, now: Date): Promise<{ id: number }> {
  demand(actor, 'article.create');
  return await change('article.create', async (tx) => {
    // A new article that was never written in is new still: pressing twice leaves no empty ones about.
    const untouched = await tx.article.findFirst({
      where: { createdById: actor.id, status: 'draft', version: 1, title: '', sourceId: null },
      select: { id: true },
    });
    if (untouched) return { value: untouched, tags: [] };
    const { agency } = await readSettings(tx);
    const [only, ...others] = actor.categoryIds;
    const categoryId = only !== undefined && others.length === 0 ? only : null;
    const row = { title: '', slug: 'bai-viet', body: [], categoryId, agency: agency || null };
    const { id } = await tx.article.create({
      data: { ...row, createdById: actor.id, createdAt: now, statusSince: now },
      select: { id: true },
    });
    const content = { ...emptyContent, categoryId, agency: agency || null };
    await keepRevision(tx, {
      articleId: id,
      version: 1,
      content,
      reason: 'article.create',
      authorId: actor.id,
      at: now,
    });
    await record(tx, { actor, action: 'article.create', subject: { type: 'article', id }, at: now });
    return { value: { id }, tags: [] };
  });
}

export interface SaveInput {
  id: number;
  /** The version that the writer began at. */
  baseVersion: number;
  content: ArticleContent;
  reason: Extract<RevisionReason, 'autosave' | 'save' | 'restore'>;
  /** Made by who sends it: a save that comes a second time, because its answer was lost, is known by it. */
  save?: string | undefined;
  /** The revision that is brought back. */
  restored?: number;
}

/** A section is given only to those who work in it; one that the article had already may stay. */
function demandSection(
  actor: Actor,
  article: LockedArticle,
  before: ArticleContent,
  after: ArticleContent,
): void {
  const { categoryId } = after;
  if (categoryId === null || categoryId === before.categoryId) return;
  if (can(actor, 'article.create', { ownerId: article.createdById, categoryId })) return;
  const message = 'Bạn không phụ trách chuyên mục này; hãy chọn chuyên mục khác.';
  throw new Invalid(message, { categoryId: message });
}

/** An article that goes out by itself at its hour can't lose meanwhile what no article goes out without. */
function demandStillWhole(article: LockedArticle, content: ArticleContent): void {
  if (article.status !== 'scheduled') return;
  const missing = [
    ...(content.title === '' ? [['title', 'tiêu đề']] : []),
    ...(content.sapo === '' ? [['sapo', 'sapo']] : []),
    ...(content.categoryId === null ? [['categoryId', 'chuyên mục']] : []),
  ];
  if (missing.length === 0) return;
  const sentence = (what: string) => `Bài đã hẹn giờ không thể thiếu ${what}; hãy điền lại hoặc bỏ hẹn giờ.`;
  const fields = missing.map(([field = '', what = '']) => [field, sentence(what)] as const);
  throw new Invalid(sentence(missing.map(([, what]) => what).join(', ')), Object.fromEntries(fields));
}

/** Puts the text where it belongs: what readers have stays as it is until "Cập nhật". */
async function write(
  tx: Transaction,
  actor: Actor,
  article: LockedArticle,
  content: ArticleContent,
  now: Date,
): Promise<void> {
  const { id, status } = article;
  if (status === 'published' || status === 'withdrawn') {
    const row = { content, savedById: actor.id, savedAt: now };
    await tx.workingCopy.upsert({ where: { articleId: id }, create: { articleId: id, ...row }, update: row });
  } else {
    await writeColumns(tx, id, content);
  }
}

async function lastSaver(tx: Transaction, id: number): Promise<string | null> {
  const last = await tx.revision.findFirst({
    where: { articleId: id, reason: { not: 'conflict' } },
    orderBy: { number: 'desc' },
    select: { author: { select: { name: true } } },
  });
  return last?.author?.name ?? null;
}

/** Somebody may no longer change the text; what was sent is kept in the article's history all the same. */
export class TooLateToWrite extends NotAllowed {
  constructor() {
    super(
      'Bài đã sang bước khác nên bạn không sửa được nữa. Bản bạn vừa viết được giữ trong lịch sử của bài.',
    );
  }
}

/** The save itself; null where the person may no longer change the text. */
export async function saveLocked(
  tx: Transaction,
  actor: Actor,
  article: LockedArticle,
  { baseVersion, content, reason, save, restored }: SaveInput,
  now: Date,
): Promise<SaveOutcome | null> {
  const { id, version, updatedAt } = article;
  const before = await readWritten(tx, article);
  if (isDeepStrictEqual(before, content)) return { saved: true, version, savedAt: updatedAt };
  const kept = { articleId: id, content, authorId: actor.id, at: now, save, restored };
  if (version !== baseVersion) {
    const done = await findSave(tx, id, actor.id, save);
    if (done !== null) return { saved: true, version: done, savedAt: updatedAt };
  }
  const isWriter = await mayChange(tx, actor, article);
  if (version !== baseVersion || !isWriter) {
    await keepRevision(tx, { ...kept, version: baseVersion, reason: 'conflict' });
    if (!isWriter) return null;
    return { saved: false, version, content: before, savedBy: await lastSaver(tx, id), savedAt: updatedAt };
  }
  demandSection(actor, article, before, content);
  demandStillWhole(article, content);
  await write(tx, actor, article, content, now);
  const losesApproval = article.approvedAt !== null && !(await mayApprove(tx, actor, article));
  const data = {
    version: version + 1,
    updatedAt: now,
    ...(losesApproval && { approvedAt: null, approvedById: null }),
  };
  await tx.article.update({ where: { id }, data });
  await keepRevision(tx, { ...kept, version: version + 1, reason });
  // Whoever has the article open hears of the new version as soon as it is there.
  await tellEditors(tx, id);
  return { saved: true, version: version + 1, savedAt: now };
}

/**
 * Saves what was typed, if it began at the version that is there now. The same save sent twice (the first answer was
 * lost) is done once. Where somebody else saved meanwhile nothing is overwritten: the text is kept as a revision and
 * comes back beside the other for the writer to join them.
 * @throws NotAllowed where the person may not change the text
 * @throws TooLateToWrite where they may no longer
 */
export async function saveDraft(actor: Actor, input: SaveInput, now: Date): Promise<SaveOutcome> {
  const outcome = await change<SaveOutcome | null>('article.save', async (tx) => {
    const article = await lockArticle(tx, input.id);
    demand(actor, 'article.read', subjectOf(article));
    return { value: await saveLocked(tx, actor, article, input, now), tags: [] };
  });
  // Said only now: what was sent has been kept as a revision, which an error within would have undone.
  if (!outcome) throw new TooLateToWrite();
  return outcome;
}

/** Throws away an article that readers never had. */
export async function deleteDraft(actor: Actor, { id }: { id: number }, now: Date): Promise<void> {
  await change('article.delete', async (tx) => {
    const article = await lockArticle(tx, id);
    demand(actor, 'article.delete', subjectOf(article));
    if (article.firstPublishedAt || !mayWrite(actor, article)) {
      throw new NotAllowed('Chỉ xóa được bài nháp chưa từng xuất bản.');
    }
    const content = await readWritten(tx, article);
    // What hangs on it goes with it; the words themselves stay readable in the log.
    await tx.article.delete({ where: { id } });
    const details = { title: content.title, sapo: content.sapo };
    await record(tx, { actor, action: 'article.delete', subject: { type: 'article', id }, details, at: now });
    return { value: undefined, tags: [] };
  });
}

/** An article as its editor opens it. */
export interface OpenArticle {
  article: LockedArticle;
  content: ArticleContent;
  mayWrite: boolean;
  /** Who saved it last, and when. */
  savedBy: string | null;
  savedAt: Date;
}

/**
 * @throws Missing
 * @throws NotAllowed where the person may not even read it
 */
export async function openArticle(actor: Actor, id: number): Promise<OpenArticle> {
  return await db().$transaction(async (tx) => {
    const article = await lockArticle(tx, id);
    demand(actor, 'article.read', subjectOf(article));
    return {
      article,
      content: await readWritten(tx, article),
      mayWrite: await mayChange(tx, actor, article),
      savedBy: await lastSaver(tx, id),
      savedAt: article.updatedAt,
    };
  });
}
