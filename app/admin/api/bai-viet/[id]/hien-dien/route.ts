import { z } from 'zod';
import { beHere, watchEditing } from '#lib/articles/editing.ts';
import { presenceActions } from '#lib/presence/types.ts';
import { Invalid, SignedOut } from '#lib/site/problems.ts';
import { door, readJson } from '../../../../door.ts';
import { type ArticleContext, articleIdOf } from '../article-id.ts';
import { eventStream } from './event-stream.ts';

const news = z.strictObject({
  tab: z.uuid(),
  action: z.enum(presenceActions),
  hidden: z.boolean().default(false),
  /** Whose tab it is: somebody else who has signed in in this browser since is not there by it. */
  staffId: z.int().positive().optional(),
});

/** A tab says that it is there, takes the article over, or leaves. */
export const POST = door(async (actor, request, context: ArticleContext) => {
  const id = await articleIdOf(context);
  const { staffId, ...said } = await readJson(request, news);
  if (staffId !== undefined && staffId !== actor.id) throw new SignedOut();
  const value = await beHere(actor, { id, ...said }, new Date());
  return Response.json({ ok: true, value }, { headers: { 'Cache-Control': 'no-store' } });
});

/** Tells a tab, for as long as it looks on, who else has the article open and which version the server has. */
export const GET = door(async (actor, request, context: ArticleContext) => {
  const id = await articleIdOf(context);
  const tab = z.uuid().safeParse(new URL(request.url).searchParams.get('tab'));
  if (!tab.success) throw new Invalid('Thiếu tên của cửa sổ.');
  return await eventStream(request.signal, (send, end) =>
    watchEditing(actor, { id, tab: tab.data }, send, end),
  );
});
