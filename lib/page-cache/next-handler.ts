import type { CacheHandler, CacheHandlerValue } from 'next/dist/server/lib/incremental-cache/index.js';
import { putBack } from '#lib/site/set-aside.ts';
import { noteMissing, noteSource, requestBegan } from './asked.ts';
import { bytesOf, type Packed, packPage, tagsHeader, unpack } from './packed.ts';
import { readerHtml } from './reader-html.ts';
import { statusOf } from './status-tag.ts';
import { expireTags, getPage, setPage } from './store.ts';
import { siteTag } from './tags.ts';

type Value = NonNullable<CacheHandlerValue['value']>;
type SetContext = Parameters<CacheHandler['set']>[2];

interface Kept extends Pick<CacheHandlerValue, 'cacheControl'> {
  packed: Packed;
}

function tagsOf(value: Value, context: SetContext): string[] {
  const listed = 'tags' in context ? (context.tags ?? []) : [];
  const header = 'headers' in value ? value.headers?.[tagsHeader] : undefined;
  return typeof header === 'string' ? [...listed, ...header.split(',')] : listed;
}

/** Makes a page into what readers get. Next sends this very object after it was stored, so the first reader has it too. */
function finish(value: Value, tags: string[]): Packed {
  if (value.kind !== 'APP_PAGE') return { value };
  value.status = statusOf(tags) ?? value.status;
  if (!tags.includes(siteTag) || !value.html) return { value };
  value.html = putBack(readerHtml(value.html));
  return packPage(value);
}

/** Next's `cacheHandler`: finished pages live in our store, with their tags. */
export default class PageHandler {
  async get(key: string): Promise<CacheHandlerValue | null> {
    const page = getPage<Kept>(key);
    if (!page) {
      noteMissing();
      return null;
    }
    noteSource(key, page.value);
    const { packed, ...control } = page.value;
    return { ...control, value: unpack(packed), lastModified: page.storedAt };
  }

  async set(key: string, value: CacheHandlerValue['value'], context: SetContext): Promise<void> {
    if (!value) return;
    const tags = tagsOf(value, context);
    const kept: Kept = { packed: finish(value, tags) };
    if ('cacheControl' in context && context.cacheControl) kept.cacheControl = context.cacheControl;
    // Any number of wrong wordings lead to an article's address, and each is a page that says so.
    const isEndless = 'status' in value && (value.status ?? 200) !== 200;
    setPage(key, kept, tags, bytesOf(kept.packed), { isEndless, began: requestBegan() });
    noteSource(key, kept);
  }

  async revalidateTag(tags: string | string[]): Promise<void> {
    expireTags([tags].flat());
  }

  resetRequestCache(): void {}
}
