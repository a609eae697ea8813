import { statusTag } from './status-tag.ts';
import { tagPage } from './tag-page.ts';

// A page can't set its own status, and notFound() leaves the HTML empty until script runs. So a page that says "not
// found" or "withdrawn" is an ordinary page that carries its status as a tag; whoever keeps or sends it reads the tag.

/** Makes the page being rendered answer with this status. */
export function answerWithStatus(status: 404 | 410): void {
  tagPage(statusTag(status));
}
