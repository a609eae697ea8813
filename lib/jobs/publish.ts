import { ZodError, z } from 'zod';
import { missSchedule, publishScheduled } from '#lib/articles/publishing.ts';
import { db } from '#lib/db.ts';
import { sendAt } from '#lib/queue/send.ts';
import { Missing } from '#lib/site/problems.ts';
import { isPassing } from './passing.ts';
import { tellTrouble } from './trouble.ts';

/** One line for the newsroom's log. Prisma says at the end of several lines what went wrong. */
function reasonOf(error: unknown): string {
  if (error instanceof ZodError) return `Nội dung bài không đọc được: ${z.prettifyError(error)}`;
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n').at(-1) ?? '';
}

/**
 * Publishes a scheduled article whose hour has come. One that can't be published leaves the schedule and is told of;
 * what may pass (the database went away) is thrown, to be tried again.
 */
export async function publishArticleJob({ articleId }: { articleId: number }, now: Date): Promise<void> {
  try {
    await publishScheduled(articleId, now);
  } catch (error) {
    // Deleted while it waited.
    if (error instanceof Missing) return;
    if (isPassing(error)) throw error;
    await missSchedule(articleId, reasonOf(error), now);
  }
}

/** How far the sweep looks ahead; longer than the time between two sweeps. */
const aheadMs = 60_000;

/**
 * Finds the scheduled articles that no job takes care of: their hour passed while no server ran, their job failed too
 * often, or they never had one (see sendAt). What is due is published, what is due soon gets its job.
 */
export async function sweepScheduled(now: Date): Promise<void> {
  const waiting = await db().article.findMany({
    where: { status: 'scheduled', goLiveAt: { lte: new Date(now.getTime() + aheadMs) } },
    orderBy: { goLiveAt: 'asc' },
    select: { id: true, goLiveAt: true },
  });
  for (const { id, goLiveAt } of waiting) {
    if (!goLiveAt) continue;
    // One that fails must not keep those behind it; it is met again at the next sweep.
    if (goLiveAt <= now) await publishArticleJob({ articleId: id }, now).catch(tellTrouble);
    else await db().$transaction((tx) => sendAt(tx, 'publish-article', { articleId: id }, goLiveAt));
  }
}
