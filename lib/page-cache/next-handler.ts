import type { CacheHandler, CacheHandlerValue } from 'next/dist/server/lib/incremental-cache/index.js';
import { noteSource } from './asked.ts';
import { readerHtml } from './reader-html.ts';
import { statusOf } from './status-tag.ts';
import { expireTags, getPage, setPage } from './store.ts';
import { siteTag } from './tags.ts';

type Value = NonNullable<CacheHandlerValue['value']>;
type Kept = Pick<CacheHandlerValue, 'value' | 'cacheControl'>;
type SetContext = Parameters<CacheHandler['set']>[2];

function tagsOf(value: Value, context: SetContext): string[] {
  const listed = 'tags' in context ? (context.tags ?? []) : [];
  const header = 'headers' in value ? value.headers?.['x-next-cache-tags'] : undefined;
  return typeof header === 'string' ? [...listed, ...header.split(',')] : listed;
}

function bytesOf(value: Value): number {
  if (value.kind === 'APP_PAGE') return value.html.length * 2 + (value.rscData?.length ?? 0);
  if (value.kind === 'APP_ROUTE') return value.body.length;
  return 1024;
}

/** Next's `cacheHandler`: finished pages live in our store, with their tags. */
export default class PageHandler {
  async get(key: string): Promise<CacheHandlerValue | null> {
    const page = getPage<Kept>(key);
    if (page) noteSource(key, page.value);
    return page && { ...page.value, lastModified: page.storedAt };
  }

  async set(key: string, value: CacheHandlerValue['value'], context: SetContext): Promise<void> {
    if (!value) return;
    const kept: Kept = { value };
    if ('cacheControl' in context && context.cacheControl) kept.cacheControl = context.cacheControl;
    const tags = tagsOf(value, context);
    // Next sends this very object after it was stored, so this holds for the first reader too.
    if (value.kind === 'APP_PAGE') {
      value.status = statusOf(tags) ?? value.status;
      if (tags.includes(siteTag)) value.html = await readerHtml(value.html);
    }
    setPage(key, kept, tags, bytesOf(value));
    noteSource(key, kept);
  }

  async revalidateTag(tags: string | string[]): Promise<void> {
    expireTags([tags].flat());
  }

  resetRequestCache(): void {}
}
