import type { Transaction } from '#lib/db.ts';
import { Invalid } from '#lib/site/problems.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { lockHeadline, readCheck } from './checks.ts';
import type { ArticleContent } from './content.ts';
import type { LockedArticle } from './locked.ts';
import { steps } from './status.ts';
import type { Finding, StepName } from './types.ts';

// What the steps of publishing.ts ask of an article's text.

function demandNone(stops: readonly Finding[]): void {
  const [first] = stops;
  if (!first) return;
  // The first finding of a field is said beside it, as the first of all is said of the article.
  const fields = stops.toReversed().map(({ field, message }) => [field, message] as const);
  throw new Invalid(first.message, Object.fromEntries(fields));
}

/**
 * All that stops an article from going out at `now`.
 * @throws Invalid naming the fields that stop the article
 */
export async function demandComplete(
  tx: Transaction,
  id: number,
  content: ArticleContent,
  now: Date,
): Promise<void> {
  // Of two articles with one headline that go out at the same moment, the second finds the first.
  await lockHeadline(tx, content.title);
  const { stops } = await readCheck(tx, id, content, now);
  demandNone(stops);
}

/**
 * An article without a headline or a section would wait where nobody finds it.
 * @throws Invalid naming the fields
 */
export function demandFindable({ title, categoryId }: ArticleContent): void {
  const stops: Finding[] = [];
  if (title === '') stops.push({ field: 'title', message: 'Hãy đặt tiêu đề trước khi gửi duyệt.' });
  if (categoryId === null) {
    stops.push({ field: 'categoryId', message: 'Hãy chọn chuyên mục trước khi gửi duyệt.' });
  }
  demandNone(stops);
}

/**
 * What was changed may have moved to another section: the person must have this right there as well.
 * @throws NotAllowed where they have not
 */
export function demandThere(
  actor: Actor,
  step: StepName,
  article: LockedArticle,
  { categoryId }: ArticleContent,
): void {
  if (categoryId === null || categoryId === article.categoryId) return;
  demand(actor, steps[step].action, { ownerId: article.createdById, categoryId });
}
