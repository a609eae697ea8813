'use server';
import { action } from '#app/admin/door.ts';
import { deleteDraft } from '#lib/articles/drafts.ts';
import { makePreviewLink, previewLinkInput } from '#lib/articles/preview-link.ts';
import {
  approveArticle,
  finishEditing,
  publishArticle,
  scheduleArticle,
  sendBackArticle,
  submitArticle,
  takeBackArticle,
  unscheduleArticle,
  updateArticle,
  withdrawArticle,
} from '#lib/articles/publishing.ts';
import { readStanding } from '#lib/articles/standing.ts';
import { articleInput, askedInput, reasonedInput, scheduleInput } from '#lib/articles/step-input.ts';
import type { Standing } from '#lib/articles/types.ts';
import type { Actor } from '#lib/staff/types.ts';

/** A verb that answers with where the article stands then, so that the page need not ask a second time. */
const thenStanding =
  <I extends { id: number }>(verb: (actor: Actor, input: I, now: Date) => Promise<void>) =>
  async (actor: Actor, input: I, now: Date): Promise<Standing> => {
    await verb(actor, input, now);
    return await readStanding(actor, input.id, now);
  };

export const submit = action(askedInput, thenStanding(submitArticle));
export const takeBack = action(askedInput, thenStanding(takeBackArticle));
export const sendBack = action(reasonedInput, thenStanding(sendBackArticle));
export const finish = action(askedInput, thenStanding(finishEditing));
export const approve = action(askedInput, thenStanding(approveArticle));
export const schedule = action(scheduleInput, thenStanding(scheduleArticle));
export const unschedule = action(askedInput, thenStanding(unscheduleArticle));
export const publish = action(askedInput, thenStanding(publishArticle));
export const update = action(askedInput, thenStanding(updateArticle));
export const withdraw = action(reasonedInput, thenStanding(withdrawArticle));
export const throwAway = action(articleInput, deleteDraft);
export const previewLink = action(previewLinkInput, makePreviewLink);
/** Where the article stands now, with the checks of what was saved last. */
export const look = action(articleInput, async (actor, { id }, now) => await readStanding(actor, id, now));
