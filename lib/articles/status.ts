import { Conflict } from '#lib/site/problems.ts';
import type { Action } from '#lib/staff/permissions.ts';
import type { ArticleStatus } from '#prisma/generated/client.ts';
import { type StepName, statusNames } from './types.ts';

/** A step on the way to print: who may take it, from where, to where. */
export interface Step {
  action: Action;
  from: readonly ArticleStatus[];
  to: ArticleStatus;
  /** The text is somebody else's to write from then on: whoever holds the article lets go of it. */
  handsOn?: true;
}

const unpublished = ['draft', 'submitted', 'edited'] as const;

/** Every step there is. A status not named under `from` is one that the step can't begin at. */
export const steps: Readonly<Record<StepName, Step>> = {
  submit: { action: 'article.submit', from: ['draft'], to: 'submitted', handsOn: true },
  takeBack: { action: 'article.submit', from: ['submitted'], to: 'draft' },
  sendBack: { action: 'article.send_back', from: ['submitted', 'edited'], to: 'draft', handsOn: true },
  finishEditing: { action: 'article.edit', from: ['draft', 'submitted'], to: 'edited', handsOn: true },
  approve: { action: 'article.approve', from: unpublished, to: 'edited' },
  schedule: { action: 'article.schedule', from: [...unpublished, 'scheduled', 'withdrawn'], to: 'scheduled' },
  unschedule: { action: 'article.schedule', from: ['scheduled'], to: 'edited' },
  publish: { action: 'article.publish', from: [...unpublished, 'scheduled', 'withdrawn'], to: 'published' },
  update: { action: 'article.update', from: ['published'], to: 'published' },
  withdraw: { action: 'article.withdraw', from: ['published'], to: 'withdrawn' },
};

/** Whether an article of this status can take the step. */
export function canStepFrom(name: StepName, status: ArticleStatus): boolean {
  return steps[name].from.includes(status);
}

/** @throws Conflict where the article stands elsewhere, as when somebody else was quicker */
export function demandStep(name: StepName, status: ArticleStatus): void {
  if (canStepFrom(name, status)) return;
  throw new Conflict(
    `Bài đang ở trạng thái “${statusNames[status]}” nên không làm được việc này. Hãy tải lại trang.`,
  );
}
