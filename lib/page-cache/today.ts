import { tagPage } from './tag-page.ts';
import { dayTag } from './tags.ts';

/** The moment the page was made, for the masthead's date; such pages are made anew at midnight. */
export function getToday(): Date {
  tagPage(dayTag);
  return new Date();
}
