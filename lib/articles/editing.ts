import { db } from '#lib/db.ts';
import { watch } from '#lib/presence/hub.ts';
import { hearTab, presenceOf, readAround } from '#lib/presence/sessions.ts';
import type { Presence, PresenceAction } from '#lib/presence/types.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { mayWrite } from './drafts.ts';
import { subjectOf } from './locked.ts';
import { missingArticle } from './missing.ts';

// Who has an article open in the newsroom, and who of them may type.

async function demandReadable(actor: Actor, id: number) {
  const article = await db().article.findUnique({
    where: { id },
    select: { status: true, createdById: true, categoryId: true },
  });
  if (!article) throw missingArticle();
  demand(actor, 'article.read', subjectOf(article));
  return article;
}

export interface HereInput {
  id: number;
  /** The tab's own name, a UUID that it made. */
  tab: string;
  action: PresenceAction;
  hidden: boolean;
}

/**
 * Takes in that a tab has opened, keeps open, takes over or leaves an article.
 * @throws Missing
 * @throws NotAllowed
 */
export async function beHere(actor: Actor, input: HereInput, _now: Date): Promise<Presence> {
  const { id, tab, action, hidden } = input;
  const article = await demandReadable(actor, id);
  return await hearTab({
    articleId: id,
    tab,
    staffId: actor.id,
    mayWrite: mayWrite(actor, article),
    action,
    hidden,
  });
}

/**
 * Tells a tab who else has the article open, at once and at every change.
 * @param look  called with the news
 * @param end  called where the server ends it
 * @returns ends it
 * @throws Missing
 * @throws NotAllowed
 */
export async function watchEditing(
  actor: Actor,
  { id, tab }: { id: number; tab: string },
  look: (presence: Presence) => void,
  end: () => void,
): Promise<() => void> {
  await demandReadable(actor, id);
  const own = { tab, staffId: actor.id };
  const stop = watch(id, (around) => look(presenceOf(around, own)), end);
  look(presenceOf(await readAround(db(), id), own));
  return stop;
}
