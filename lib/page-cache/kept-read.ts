import { expiredSince, isStoreOff, moment } from './store.ts';
import { isMakingPage, tagPage } from './tag-page.ts';

/** What a read gave, and the tags of all that it depends on. */
interface Read<T> {
  value: T;
  tags: string[];
}

interface Kept extends Read<unknown> {
  /** When it was begun, by the store's clock. */
  since: number;
}

// Each of Next's bundles has a copy of this module; what was read is kept once all the same.
const shared = globalThis as typeof globalThis & { toasoanKeptReads?: Map<string, Kept> };
shared.toasoanKeptReads ??= new Map();
const reads = shared.toasoanKeptReads;

/** As long as pages (`revalidate` of the readers' layout), and no longer than the store remembers when a tag expired. */
const longestMs = 60 * 60 * 1000;

export interface KeepOptions {
  /** Also where no page is made that Next keeps: a feed, which names its tags itself. */
  isForFeeds?: boolean;
}

/** Whether what is read now may be taken from what was kept, and is kept. */
export const isKeeping = ({ isForFeeds = false }: KeepOptions): boolean =>
  (isForFeeds || isMakingPage()) && !isStoreOff();

/** Whether nothing has changed of what was read. */
export const isStillTrue = ({ tags, since }: Pick<Kept, 'tags' | 'since'>, now: number): boolean =>
  now - since < longestMs && !expiredSince(tags, since);

/**
 * A read that every page needs, done once for all of them: what it gave is kept until one of its tags expires, as pages
 * are. Whoever takes it carries its tags. Where no page is made to be kept, it reads each time.
 * @param name  the read's own in the whole program
 */
export async function keptRead<T>(
  name: string,
  read: () => Promise<Read<T>>,
  options: KeepOptions = {},
): Promise<T> {
  const isKept = isKeeping(options);
  const now = moment();
  const known = isKept ? reads.get(name) : undefined;
  if (known && isStillTrue(known, now)) {
    tagPage(...known.tags);
    return known.value as T;
  }
  const { value, tags } = await read();
  if (isKept) reads.set(name, { value, tags, since: now });
  tagPage(...tags);
  return value;
}
