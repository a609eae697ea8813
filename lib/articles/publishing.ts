import { record } from '#lib/audit/record.ts';
import type { Transaction } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { letGo } from '#lib/presence/sessions.ts';
import { sendAt } from '#lib/queue/send.ts';
import { Conflict, Invalid, NotAllowed } from '#lib/site/problems.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import type { ArticleStatus, Prisma } from '#prisma/generated/client.ts';
import { approvalBy } from './approval.ts';
import { writeColumns } from './columns.ts';
import type { ArticleContent } from './content.ts';
import { demandComplete, demandFindable, demandThere } from './demands.ts';
import { keepRevision } from './keep-revision.ts';
import { type LockedArticle, lockArticle, readWritten, subjectOf } from './locked.ts';
import { reachReaders } from './reach-readers.ts';
import { demandStep, steps } from './status.ts';
import { readFootprint } from './touched.ts';
import { type StepName, statusNames } from './types.ts';

// The way to print. Each verb is one transaction: who may, from where, what changes, the audit entry, the word to the
// servers. It is the only module that changes a status or the times of publication.

/** What a verb is asked for: the article, as the person who pressed the button saw it. */
interface Asked {
  id: number;
  /** The version on that person's screen; another text than that is not approved or published by mistake. */
  version: number;
  /** The status on that person's screen: what was sent back a moment ago is not published over it. */
  status?: ArticleStatus;
}

interface Doing extends Asked {
  step: StepName;
  details?: Prisma.InputJsonObject;
  now: Date;
}

/** What a step changes of the row, given the article and its text. */
type Effect = (
  tx: Transaction,
  article: LockedArticle,
  content: ArticleContent,
) => Promise<Prisma.ArticleUncheckedUpdateInput>;

const nothingElse: Effect = async () => ({});

function demandAsSeen(article: LockedArticle, { version, status }: Asked): void {
  if (article.version !== version) {
    throw new Conflict('Bài vừa được người khác sửa. Hãy tải lại trang, đọc bản mới rồi làm lại.');
  }
  if (status !== undefined && article.status !== status) {
    throw new Conflict(
      `Người khác vừa chuyển bài sang “${statusNames[article.status]}”. Hãy tải lại trang rồi làm lại.`,
    );
  }
}

/** One step of an article by a person. */
async function take(actor: Actor, doing: Doing, effect: Effect = nothingElse): Promise<void> {
  const { id, step, now } = doing;
  const action = `article.${step}` as const;
  await change(action, async (tx) => {
    const article = await lockArticle(tx, id);
    demand(actor, steps[step].action, subjectOf(article));
    demandStep(step, article.status);
    demandAsSeen(article, doing);
    const before = await readFootprint(tx, id);
    const content = await readWritten(tx, article);
    const data = await effect(tx, article, content);
    const since = steps[step].to === article.status ? {} : { statusSince: now };
    await tx.article.update({
      where: { id },
      data: { status: steps[step].to, ...since, updatedAt: now, ...data },
    });
    if (steps[step].handsOn) await letGo(tx, id);
    await keepRevision(tx, {
      articleId: id,
      version: article.version,
      content,
      reason: action,
      authorId: actor.id,
      at: now,
    });
    const details = {
      from: article.status,
      version: article.version,
      title: content.title,
      ...doing.details,
    };
    await record(tx, { actor, action, subject: { type: 'article', id }, details, at: now });
    return { value: undefined, tags: await reachReaders(tx, before, now) };
  });
}

const findable: Effect = async (_tx, _article, content) => {
  demandFindable(content);
  return {};
};

const noApproval = { approvedAt: null, approvedById: null, goLiveAt: null };

/** "Gửi duyệt" of a reporter: the article waits for an editor. */
export async function submitArticle(actor: Actor, asked: Asked, now: Date): Promise<void> {
  await take(actor, { ...asked, step: 'submit', now }, findable);
}

/** The writer takes a submitted article back, before anybody has sent it on. */
export async function takeBackArticle(actor: Actor, asked: Asked, now: Date): Promise<void> {
  await take(actor, { ...asked, step: 'takeBack', now }, async (_tx, article) => {
    if (article.createdById === actor.id) return {};
    throw new NotAllowed('Chỉ người viết rút bài của mình lại được; hãy dùng “Trả lại” và ghi lý do.');
  });
}

/** "Gửi duyệt" of an editor: the article is edited and waits for approval. */
export async function finishEditing(actor: Actor, asked: Asked, now: Date): Promise<void> {
  await take(actor, { ...asked, step: 'finishEditing', now }, findable);
}

/** "Trả lại": back to its writer, with the reason why. */
export async function sendBackArticle(
  actor: Actor,
  asked: Asked & { reason: string },
  now: Date,
): Promise<void> {
  const details = { reason: asked.reason };
  await take(actor, { ...asked, step: 'sendBack', details, now }, async () => noApproval);
}

/** "Duyệt": the text as it is now may be published. */
export async function approveArticle(actor: Actor, asked: Asked, now: Date): Promise<void> {
  await take(actor, { ...asked, step: 'approve', now }, async (tx, article) => {
    if (article.approvedAt) throw new Conflict('Bài đã được duyệt rồi. Hãy tải lại trang.');
    return await approvalBy(tx, actor, article, now);
  });
}

/** "Hẹn giờ", and changing the hour: readers get the article at `at`. */
export async function scheduleArticle(actor: Actor, asked: Asked & { at: Date }, now: Date): Promise<void> {
  const { at } = asked;
  if (at <= now) throw new Invalid('Giờ hẹn đã qua.', { at: 'Hãy chọn một giờ trong tương lai.' });
  const details = { at: at.toISOString() };
  await take(actor, { ...asked, step: 'schedule', details, now }, async (tx, article, content) => {
    demandThere(actor, 'schedule', article, content);
    const approval = await approvalBy(tx, actor, article, now);
    await demandComplete(tx, article.id, content, at);
    await bringIn(tx, article, content);
    // A job of an hour that was changed or taken back finds nothing to do.
    await sendAt(tx, 'publish-article', { articleId: article.id }, at);
    return { ...approval, goLiveAt: at, withdrawnAt: null, withdrawnReason: null };
  });
}

/** Takes the hour back: the article waits for somebody to publish it. */
export async function unscheduleArticle(actor: Actor, asked: Asked, now: Date): Promise<void> {
  await take(actor, { ...asked, step: 'unschedule', now }, async () => ({ goLiveAt: null }));
}

/** What was written since readers last got the article goes into what they get. */
async function bringIn(tx: Transaction, article: LockedArticle, content: ArticleContent): Promise<void> {
  if (!article.workingCopy) return;
  await writeColumns(tx, article.id, content);
  await tx.workingCopy.delete({ where: { articleId: article.id } });
}

/** The first time readers got it stays what it was, however often it is withdrawn and published again. */
const out = (article: LockedArticle, now: Date) => ({
  firstPublishedAt: article.firstPublishedAt ?? now,
  lastPublishedAt: now,
  goLiveAt: null,
  withdrawnAt: null,
  withdrawnReason: null,
});

/** "Xuất bản": readers have it when this returns. */
export async function publishArticle(actor: Actor, asked: Asked, now: Date): Promise<void> {
  await take(actor, { ...asked, step: 'publish', now }, async (tx, article, content) => {
    demandThere(actor, 'publish', article, content);
    const approval = await approvalBy(tx, actor, article, now);
    await demandComplete(tx, article.id, content, now);
    await bringIn(tx, article, content);
    return { ...approval, ...out(article, now) };
  });
}

/** "Cập nhật": what was changed since is what readers get from now on. */
export async function updateArticle(actor: Actor, asked: Asked, now: Date): Promise<void> {
  await take(actor, { ...asked, step: 'update', now }, async (tx, article, content) => {
    if (!article.workingCopy) throw new Conflict('Bài chưa có thay đổi nào so với bản độc giả đang đọc.');
    demandThere(actor, 'update', article, content);
    const approval = await approvalBy(tx, actor, article, now);
    await demandComplete(tx, article.id, content, now);
    await bringIn(tx, article, content);
    return { ...approval, lastPublishedAt: now };
  });
}

/** "Gỡ bài": readers get 410 and a plain notice from now on; the reason stays in the newsroom. */
export async function withdrawArticle(
  actor: Actor,
  asked: Asked & { reason: string },
  now: Date,
): Promise<void> {
  const { reason } = asked;
  await take(actor, { ...asked, step: 'withdraw', details: { reason }, now }, async () => ({
    ...noApproval,
    withdrawnAt: now,
    withdrawnReason: reason,
  }));
}

const isDue = (article: LockedArticle, now: Date): article is LockedArticle & { goLiveAt: Date } =>
  article.status === 'scheduled' && article.goLiveAt !== null && article.goLiveAt <= now;

/**
 * Publishes a scheduled article whose hour has come, as "Xuất bản" does. Asked twice, or after the hour was changed or
 * taken back, it does nothing.
 * @returns whether it was published now
 */
export async function publishScheduled(id: number, now: Date): Promise<boolean> {
  return await change('article.publish', async (tx) => {
    const article = await lockArticle(tx, id);
    if (!isDue(article, now)) return { value: false, tags: [] };
    const before = await readFootprint(tx, id);
    const content = await readWritten(tx, article);
    // Its hour is its time of publication, also where the server was down at that hour and readers got it later.
    const at = article.goLiveAt;
    await tx.article.update({
      where: { id },
      data: { status: 'published', statusSince: now, updatedAt: now, ...out(article, at) },
    });
    const { version } = article;
    await keepRevision(tx, {
      articleId: id,
      version,
      content,
      reason: 'article.publish',
      authorId: null,
      at: now,
    });
    const details = { from: 'scheduled', version, title: content.title, at: at.toISOString() };
    const subject = { type: 'article', id };
    await record(tx, { actor: null, action: 'article.publish', subject, details, at: now });
    return { value: true, tags: await reachReaders(tx, before, now) };
  });
}

/**
 * Takes a scheduled article that can't be published out of the schedule: it stands among those that wait for somebody,
 * and the log says why. It reads nothing but the row, since the text itself may be what stands in the way.
 */
export async function missSchedule(id: number, why: string, now: Date): Promise<void> {
  const action = 'article.publish_failed';
  await change(action, async (tx) => {
    const article = await lockArticle(tx, id);
    if (!isDue(article, now)) return { value: undefined, tags: [] };
    await tx.article.update({
      where: { id },
      data: { status: 'edited', statusSince: now, updatedAt: now, goLiveAt: null },
    });
    const details = { from: 'scheduled', version: article.version, at: article.goLiveAt.toISOString(), why };
    await record(tx, { actor: null, action, subject: { type: 'article', id }, details, at: now });
    return { value: undefined, tags: [] };
  });
}
