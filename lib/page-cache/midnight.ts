import { untilMidnight } from '#lib/site/dates.ts';
import { expireTags } from './store.ts';
import { dayTag } from './tags.ts';

/** At each midnight in Viet Nam the pages that show today's date are made anew. */
export function expireAtMidnight(): void {
  setTimeout(() => {
    expireTags([dayTag]);
    expireAtMidnight();
  }, untilMidnight(new Date()) + 50).unref();
}
