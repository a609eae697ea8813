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

/**
 * Makes of a read that every page needs one for all of them: what it gave is kept until one of its tags expires, as pages
 * are. Whoever takes it carries its tags. Where no page is made to be kept, it reads each time.
 * @param name  the read's own in the whole program
 */
export function keptRead<T>(name: string, read: () => Promise<Read<T>>): () => Promise<T> {
  return async () => {
    const isKept = isMakingPage() && !isStoreOff();
    const known = isKept ? reads.get(name) : undefined;
    const isGood = known !== undefined && !expiredSince(known.tags, known.since);
    const since = moment();
    const { value, tags } = isGood ? (known as Read<T>) : await read();
    if (isKept && !isGood) reads.set(name, { value, tags, since });
    tagPage(...tags);
    return value;
  };
}
