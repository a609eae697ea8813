import { z } from 'zod';
import { db } from '#lib/db.ts';
import { articlePath } from '#lib/site/urls.ts';
import { can, demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { mayApproveThis } from './approval.ts';
import { readCheck } from './checks.ts';
import { mayWrite } from './drafts.ts';
import { findArticle, type LockedArticle, readWritten, subjectOf } from './locked.ts';
import { availableSteps } from './steps.ts';
import type { ArticleStanding, Standing, StepNote } from './types.ts';

const reasonDetails = z.union([
  z.object({ reason: z.string() }).transform(({ reason }) => reason),
  z.object({ why: z.string() }).transform(({ why }) => why),
]);

/** Who took the last step of this kind since the article has its status, and why. */
async function readNote(id: number, action: string, since: Date): Promise<StepNote | null> {
  const entry = await db().auditEntry.findFirst({
    where: { subjectType: 'article', subjectId: id, action, at: { gte: since } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { at: true, details: true, actor: { select: { name: true } } },
  });
  const details = reasonDetails.safeParse(entry?.details);
  if (!entry || !details.success) return null;
  return { reason: details.data, by: entry.actor?.name ?? null, at: entry.at };
}

async function readNotes({ id, status, statusSince }: LockedArticle) {
  const note = async (when: LockedArticle['status'], action: string) =>
    status === when ? await readNote(id, action, statusSince) : null;
  return {
    sentBack: await note('draft', 'article.sendBack'),
    withdrawn: await note('withdrawn', 'article.withdraw'),
    missed: await note('edited', 'article.publish_failed'),
  };
}

/** Who approved it; null: nobody, or their account is gone. */
async function approverOf({ approvedById }: LockedArticle): Promise<string | null> {
  if (approvedById === null) return null;
  const approver = await db().staff.findUnique({ where: { id: approvedById }, select: { name: true } });
  return approver?.name ?? null;
}

/**
 * Where an article stands on its way to print, what this person may do with it and what the checks find in its text.
 * @throws Missing
 * @throws NotAllowed where the person may not read it
 */
export async function readStanding(actor: Actor, id: number, now: Date): Promise<Standing> {
  const found = await findArticle(db(), id);
  const subject = subjectOf(found);
  demand(actor, 'article.read', subject);
  const [approvedBy, content, settingsAllow] = await Promise.all([
    approverOf(found),
    readWritten(db(), found),
    mayApproveThis(db(), actor, found),
  ]);
  const [notes, check] = await Promise.all([
    readNotes(found),
    readCheck(db(), id, content, found.goLiveAt ?? now),
  ]);
  const article: ArticleStanding = {
    id,
    version: found.version,
    status: found.status,
    statusSince: found.statusSince,
    goLiveAt: found.goLiveAt,
    approvedAt: found.approvedAt,
    approvedBy,
    firstPublishedAt: found.firstPublishedAt,
    lastPublishedAt: found.lastPublishedAt,
    href: found.status === 'published' ? articlePath(found.slug, id) : null,
    hasChanges: found.workingCopy !== null,
    ...notes,
    needsOtherApprover: found.approvedAt === null && can(actor, 'article.approve', subject) && !settingsAllow,
    mayDelete:
      found.firstPublishedAt === null && can(actor, 'article.delete', subject) && mayWrite(actor, found),
  };
  return { article, steps: availableSteps(actor, found, settingsAllow), check };
}
