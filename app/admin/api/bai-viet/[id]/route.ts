import { z } from 'zod';
import { articleContent } from '#lib/articles/content.ts';
import { openArticle, saveDraft, TooLateToWrite } from '#lib/articles/drafts.ts';
import { problemStatus } from '#lib/site/answer.ts';
import { SignedOut } from '#lib/site/problems.ts';
import { door, readJson } from '../../../door.ts';
import { type ArticleContext, articleIdOf } from './article-id.ts';

const saveRequest = z.strictObject({
  baseVersion: z.int().positive(),
  content: articleContent,
  reason: z.enum(['autosave', 'save']),
  /** Names this save, so that it is done once however often it is sent. */
  save: z.uuid().optional(),
  /** Who wrote it: it is never saved as somebody else's who signed in meanwhile. */
  staffId: z.int().positive().optional(),
});

const fresh = { headers: { 'Cache-Control': 'no-store' } };

/** The article as it is now: for a tab that takes it over or has fallen behind. */
export const GET = door(async (actor, _request, context: ArticleContext) => {
  const { article, content, savedBy, savedAt } = await openArticle(actor, await articleIdOf(context));
  return Response.json({ ok: true, value: { version: article.version, content, savedBy, savedAt } }, fresh);
});

/** Saves what was typed. It is a route and not an action so that it works over a new build of the server and while the page is left. */
export const PUT = door(async (actor, request, context: ArticleContext) => {
  const id = await articleIdOf(context);
  const { staffId, ...input } = await readJson(request, saveRequest);
  if (staffId !== undefined && staffId !== actor.id) throw new SignedOut();
  try {
    return Response.json({ ok: true, value: await saveDraft(actor, { id, ...input }, new Date()) }, fresh);
  } catch (error) {
    if (!(error instanceof TooLateToWrite)) throw error;
    // Refused, yet not lost: the browser need not keep it any longer.
    const answer = { ok: false, problem: 'not-allowed', message: error.message, fields: {}, kept: true };
    return Response.json(answer, { ...fresh, status: problemStatus['not-allowed'] });
  }
});
