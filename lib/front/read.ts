import { listPublished } from '#lib/articles/published.ts';
import { readCards } from '#lib/articles/read-cards.ts';
import { listRunning, listRunningOfEach, type Running } from '#lib/articles/running.ts';
import type { ArticleCard, ArticleList } from '#lib/articles/types.ts';
import type { Section } from '#lib/categories/sections.ts';
import type { SectionLink } from '#lib/categories/types.ts';
import { composeFront, perBlock, placeInList } from './compose.ts';
import type { FrontPage, Pin } from './types.ts';

// The fronts as they are with given pins: those that are kept, for readers, or those that an editor tries out.

// Twice the slots, so that all of them are filled whatever is pinned.
const topCount = 30;

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
  const groups = sections.map((section) => [section.id, ...section.children.map((child) => child.id)]);
  const [newest, ofEach] = await Promise.all([listNewest(null), listRunningOfEach(groups, perBlock)]);
  const blocks = sections.map((section, n) => ({ section, cards: (ofEach[n] ?? []).map((id) => ({ id })) }));
  const front = composeFront(pins, newest, blocks);
  // What stands in the blocks is known by number only; whole, only those are read.
  const known = new Map([...newest, ...pins.map((pin) => pin.card)].map((card) => [card.id, card]));
  for (const card of await readCards(front.all.flatMap(({ id }) => (known.has(id) ? [] : [id])))) {
    known.set(card.id, card);
  }
  const whole = (cards: { id: number }[]) => cards.flatMap(({ id }) => known.get(id) ?? []);
  const shown = front.sections.map(({ section, cards }) => ({ section, cards: whole(cards) }));
  return { ...front, sections: shown, all: whole(front.all) };
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
