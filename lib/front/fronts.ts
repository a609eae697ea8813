import { pageSize } from '#lib/articles/published.ts';
import { countRunning } from '#lib/articles/running.ts';
import type { ArticleList } from '#lib/articles/types.ts';
import { getSection, listSections, type Section } from '#lib/categories/sections.ts';
import { db } from '#lib/db.ts';
import { keptRead } from '#lib/page-cache/kept-read.ts';
import { tagPage } from '#lib/page-cache/tag-page.ts';
import { articleTag, categoriesTag, categoryTag, frontTag, siteTag } from '#lib/page-cache/tags.ts';
import { categoryPath, listPath } from '#lib/site/urls.ts';
import { type KeptPin, readKeptPins, shownPins } from './pins.ts';
import { readFront, readSectionPage, runningOrder } from './read.ts';
import type { FrontPage } from './types.ts';

/** A page is made anew also when an article comes back that was pinned before it was withdrawn. */
const tagsOfPins = (kept: readonly KeptPin[]): string[] => kept.map((pin) => articleTag(pin.articleId));

/** The front page: pinned articles in their slots, the newest around them, then each section's; no article twice. */
export async function getFrontPage(): Promise<FrontPage> {
  const kept = await readKeptPins(db(), null);
  const front = await readFront(await listSections(), await shownPins(kept));
  tagPage(siteTag, frontTag, ...tagsOfPins(kept), ...front.all.map((card) => articleTag(card.id)));
  return front;
}

/**
 * A section's page n (from 1): its pinned articles stand in their slots on the first page and are left out of the running
 * order, so that no article comes twice and none is skipped from one page to the next.
 */
export async function getSectionPage(section: Section, page: number): Promise<ArticleList> {
  const kept = await readKeptPins(db(), section.id);
  const list = await readSectionPage(section, await shownPins(kept), page);
  tagPage(
    siteTag,
    ...section.categoryIds.map(categoryTag),
    ...tagsOfPins(kept),
    ...list.cards.map((card) => articleTag(card.id)),
  );
  return list;
}

/**
 * Where "Xem thêm" on an article leads: to the older articles of its section, or to the section's front where one page
 * holds them all.
 * @param path  the section's, e.g. "thoi-su/do-thi"
 */
export const getMoreHref = (path: string): Promise<string> =>
  keptRead(`more of ${path}`, async () => await readMoreHref(path));

async function readMoreHref(path: string): Promise<{ value: string; tags: string[] }> {
  const section = await getSection(path);
  const tags = [siteTag, categoriesTag];
  if (!section) return { value: categoryPath(path), tags };
  const pins = await shownPins(await readKeptPins(db(), section.id));
  const { ids, but } = runningOrder(section, pins);
  const count = await countRunning(db(), ids, but);
  // A section with pages to spare keeps its second page whatever happens to an article: the pages of its articles need
  // not be made anew with each publication.
  if (count <= 2 * pageSize) tags.push(...section.categoryIds.map(categoryTag));
  return { value: listPath(section.href, count > pageSize ? 2 : 1), tags };
}
