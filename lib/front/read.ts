import { listPublished, readCards } from '#lib/articles/published.ts';
import { listRunning, type Running } from '#lib/articles/running.ts';
import type { ArticleCard, ArticleList } from '#lib/articles/types.ts';
import type { Section } from '#lib/categories/sections.ts';
import type { SectionLink } from '#lib/categories/types.ts';
import { composeFront, placeInList } from './compose.ts';
import type { FrontPage, Pin } from './types.ts';

// The fronts as they are with given pins: those that are kept, for readers, or those that an editor tries out.

// Twice the slots, so that all of them are filled whatever is pinned.
const topCount = 30;
const perSection = 8;

const newestOf = (categoryIds: readonly number[] | null): Running =>
  categoryIds ? { of: 'sections', ids: categoryIds, but: [] } : { of: 'paper' };

/** The newest published articles, of all sections or of these. */
export async function listNewest(
  categoryIds: readonly number[] | null,
  take = topCount,
): Promise<ArticleCard[]> {
  return await readCards(await listRunning(newestOf(categoryIds), 0, take));
}

export async function readFront(sections: SectionLink[], pins: readonly Pin[]): Promise<FrontPage> {
  const [newest, ...bySection] = await Promise.all([
    listRunning(newestOf(null), 0, topCount),
    ...sections.map((section) =>
      listRunning(
        newestOf([section.id, ...section.children.map((child) => child.id)]),
        0,
        perSection + topCount,
      ),
    ),
  ]);
  // Most of the newest are their sections' newest too: each is read once.
  const read = await readCards([...new Set([...newest, ...bySection.flat()])]);
  const cards = new Map(read.map((card) => [card.id, card]));
  const cardsOf = (ids: readonly number[]) => ids.flatMap((id) => cards.get(id) ?? []);
  return composeFront(
    pins,
    cardsOf(newest),
    sections.map((section, i) => ({ section, cards: cardsOf(bySection[i] ?? []) })),
  );
}

/** A section's articles but for those that stand in its slots. */
export function runningOrder(section: Section, pins: readonly Pin[]): Extract<Running, { of: 'sections' }> {
  return { of: 'sections', ids: section.categoryIds, but: pins.map((pin) => pin.card.id) };
}

/** A section's page n (from 1); what is pinned stands on the first. */
export async function readSectionPage(
  section: Section,
  pins: readonly Pin[],
  page: number,
): Promise<ArticleList> {
  const list = await listPublished(runningOrder(section, pins), page);
  return page === 1 ? { ...list, cards: placeInList(pins, list.cards) } : list;
}
