import type { CacheHandler, CacheHandlerValue } from 'next/dist/server/lib/incremental-cache/index.js';
import { readerHtml } from './reader-html.ts';
import { statusOf } from './status-tag.ts';
import { expireTags, getPage, setPage } from './store.ts';
import { siteTag } from './tags.ts';

type Value = NonNullable<CacheHandlerValue['value']>;
type SetContext = Parameters<CacheHandler['set']>[2];
type Kept = Pick<CacheHandlerValue, 'cacheControl'> & { value: Value };

/** The header in which Next gives a page's tags. */
const tagsHeader = 'x-next-cache-tags';
/** A page's headers, its tags and the objects around it. */
const besides = 4096;

function tagsOf(value: Value, context: SetContext): string[] {
  const listed = 'tags' in context ? (context.tags ?? []) : [];
  const header = 'headers' in value ? value.headers?.[tagsHeader] : undefined;
  return typeof header === 'string' ? [...listed, ...header.split(',')] : listed;
}

/**
 * Makes a page into what readers get. Next sends this very object after it was stored, so the first reader has it too.
 * What is rendered beside the HTML, for Next's own script to move between pages, is not kept: no reader has that script.
 */
function finish(value: Value, tags: string[]): Value {
  if (value.kind !== 'APP_PAGE') return value;
  value.status = statusOf(tags) ?? value.status;
  if (!tags.includes(siteTag) || !value.html) return value;
  value.html = readerHtml(value.html);
  return { ...value, rscData: Buffer.alloc(0), segmentData: new Map() };
}

function bytesOf(value: Value): number {
  if (value.kind === 'APP_PAGE')
    return String(value.html).length * 2 + (value.rscData?.length ?? 0) + besides;
  return value.kind === 'APP_ROUTE' ? value.body.length + besides : besides;
}

/**
 * Next's `cacheHandler`: what Next keeps lives in our store, with its tags. Under a plain `next start`, or wherever else
 * the site is run without our server, these are the readers' pages too; our server has those made by itself.
 */
export default class PageHandler {
  async get(key: string): Promise<CacheHandlerValue | null> {
    const page = getPage<Kept>(key);
    return page && { ...page.value, lastModified: page.storedAt };
  }

  async set(key: string, value: CacheHandlerValue['value'], context: SetContext): Promise<void> {
    if (!value) return;
    const tags = tagsOf(value, context);
    const kept: Kept = { value: finish(value, tags) };
    if ('cacheControl' in context && context.cacheControl) kept.cacheControl = context.cacheControl;
    // Any number of wrong wordings lead to an article's address, and each is a page that says so.
    const isEndless = 'status' in value && (value.status ?? 200) !== 200;
    setPage(key, kept, tags, bytesOf(kept.value), { isEndless });
  }

  async revalidateTag(tags: string | string[]): Promise<void> {
    expireTags([tags].flat());
  }

  resetRequestCache(): void {}
}
