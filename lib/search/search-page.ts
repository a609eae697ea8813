import { tagPage } from '#lib/page-cache/tag-page.ts';
import { newestTag, searchTag, siteTag } from '#lib/page-cache/tags.ts';
import type { SearchAddress } from '#lib/site/search-address.ts';
import { search } from './search.ts';
import type { SearchPage } from './types.ts';

/** `search`, as a reader's page reads it: kept with the page until anything is published or taken back. */
export async function getSearchPage(address: SearchAddress, page: number): Promise<SearchPage | null> {
  tagPage(siteTag, newestTag, searchTag);
  return await search(address, page, new Date());
}
