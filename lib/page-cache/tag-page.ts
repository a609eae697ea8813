// Before the storage below, which without this would be made one that knows nothing, for Next as well: our server may load
// this file before Next.
import 'next/dist/server/node-environment-baseline.js';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js';
import { tagsOfMaking } from './making.ts';

/** The page that Next makes to keep it by itself, under a plain `next start`; null: it makes none. */
function pageOfNext() {
  const page = workUnitAsyncStorage.getStore();
  return page?.type === 'prerender-legacy' ? page : null;
}

/** Whether what is read now is for a page that is made to be kept. */
export const isMakingPage = (): boolean => tagsOfMaking() !== null || pageOfNext() !== null;

/**
 * Names what the page being made shows, so that a change of it expires the page. Next's own cacheTag() does so only with
 * Cache Components, which render each page twice. Where our server has the page made, it collects the tags; where Next
 * does, they go to those of the page's fetches. Where no page is made to be kept (the newsroom, a feed), it does nothing.
 */
export function tagPage(...tags: string[]): void {
  const collected = tagsOfMaking();
  for (const tag of tags) collected?.add(tag);
  const page = collected ? null : pageOfNext();
  if (page) page.tags = [...new Set([...(page.tags ?? []), ...tags])];
}
