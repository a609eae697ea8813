import { can } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { type LockedArticle, subjectOf } from './locked.ts';
import { canStepFrom, steps } from './status.ts';
import { type StepName, stepNames } from './types.ts';

export type Stepping = Pick<LockedArticle, 'status' | 'createdById' | 'categoryId' | 'approvedAt'>;

/** What decides beyond rank and status whether a step is of use to the person. */
const offered: Partial<
  Record<StepName, (actor: Actor, article: Stepping, mayApproveThis: boolean) => boolean>
> = {
  // One button for both: who may edit sends the article on to approval, who may not sends it to an editor.
  submit: (actor, article) => !can(actor, 'article.edit', subjectOf(article)),
  takeBack: (actor, article) => article.createdById === actor.id,
  approve: (_, article, mayApproveThis) => article.approvedAt === null && mayApproveThis,
  schedule: (_, article, mayApproveThis) => article.approvedAt !== null || mayApproveThis,
  publish: (_, article, mayApproveThis) => article.approvedAt !== null || mayApproveThis,
  update: (_, article, mayApproveThis) => article.approvedAt !== null || mayApproveThis,
};

/**
 * The steps to offer to a person. Offering is no permission: the verbs ask for themselves.
 * @param mayApproveThis  whether the paper's settings would let this person approve this article (approval.ts)
 */
export function availableSteps(actor: Actor, article: Stepping, mayApproveThis: boolean): StepName[] {
  return stepNames.filter(
    (name) =>
      canStepFrom(name, article.status) &&
      can(actor, steps[name].action, subjectOf(article)) &&
      (offered[name]?.(actor, article, mayApproveThis) ?? true),
  );
}
