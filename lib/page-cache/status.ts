import { cacheLife, cacheTag } from 'next/cache';
import { statusTag } from './status-tag.ts';

// A page can't set its own status, and notFound() leaves the HTML empty until script runs. So a page that says "not
// found" or "withdrawn" is an ordinary page that carries its status as a tag; whoever keeps or sends it reads the tag.

/** Makes the page being rendered answer with this status. */
export async function answerWithStatus(status: 404 | 410): Promise<void> {
  'use cache';
  cacheLife('page');
  cacheTag(statusTag(status));
}
