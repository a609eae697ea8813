// Before the storage below, which without this would be made one that knows nothing, for Next as well: our server may load
// this file before Next.
import 'next/dist/server/node-environment-baseline.js';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js';

/** Whether what is read now is for a page that is made to be kept. */
export const isMakingPage = (): boolean => workUnitAsyncStorage.getStore()?.type === 'prerender-legacy';

/**
 * Names what the page being made shows, so that a change of it expires the page. Next's own cacheTag() does so only with
 * Cache Components, which render each page twice; here the tags go where Next collects those of a page's fetches. Where
 * no page is made to be kept (the newsroom, a feed), it does nothing.
 */
export function tagPage(...tags: string[]): void {
  const page = workUnitAsyncStorage.getStore();
  if (page?.type !== 'prerender-legacy') return;
  const known = page.tags ?? [];
  page.tags = [...known, ...tags.filter((tag) => !known.includes(tag))];
}
