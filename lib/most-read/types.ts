import type { NamedLink } from '#lib/articles/types.ts';

/** The last 24 hours, or the last 7 days. */
export type Span = 'day' | 'week';

/** "Đọc nhiều" of a front; either list may be empty. */
export interface MostReadLists {
  day: NamedLink[];
  /** Without those of the day. */
  week: NamedLink[];
}
