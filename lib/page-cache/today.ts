import { cacheLife, cacheTag } from 'next/cache';
import { dayTag } from './tags.ts';

/** The moment the page was made, for the masthead's date; such pages are made anew at midnight. */
export async function getToday(): Promise<Date> {
  'use cache';
  cacheLife('page');
  cacheTag(dayTag);
  return new Date();
}
