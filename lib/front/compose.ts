import type { ArticleCard } from '#lib/articles/types.ts';
import type { SectionLink } from '#lib/categories/types.ts';
import { countSlots, type FrontPage, frontSlots, type Pin, type SlotGroup } from './types.ts';

const perSection = 5;

/** So many of a section's newest fill its block, even if all that stands above is of that section too. */
export const perBlock = perSection + countSlots(frontSlots);

interface Numbered {
  id: number;
}

const hasPicture = (card: ArticleCard): boolean => card.cover !== null;
const anyCard = (): boolean => true;

/** Hands out cards in their order, none twice, and none that is pinned. */
function dealer<T extends Numbered>(cards: readonly T[], dealt: Set<number>) {
  return (fits: (card: T) => boolean): T | null => {
    const card = cards.find((one) => !dealt.has(one.id) && fits(one)) ?? null;
    if (card) dealt.add(card.id);
    return card;
  };
}

/**
 * A pin for each slot that has one. Of two pins of one article or for one slot the first counts, and those beyond the
 * last slot are left out: readers never see one article twice.
 */
function bySlot(pins: readonly Pin[], slots: number): Map<number, ArticleCard> {
  const placed = new Map<number, ArticleCard>();
  const seen = new Set<number>();
  for (const { slot, card } of [...pins].sort((a, b) => a.slot - b.slot)) {
    if (slot < 1 || slot > slots || placed.has(slot) || seen.has(card.id)) continue;
    placed.set(slot, card);
    seen.add(card.id);
  }
  return placed;
}

/**
 * What stands in each slot of a front, from the first; null where there is nothing to put. Pinned articles stand in their
 * slots, the newest flow into the others in their order. Where a group wants pictures, an article without one is left for
 * the slots after it.
 */
export function fillSlots(
  pins: readonly Pin[],
  newest: readonly ArticleCard[],
  groups: readonly SlotGroup[],
): (ArticleCard | null)[] {
  const placed = bySlot(pins, countSlots(groups));
  const deal = dealer(newest, new Set([...placed.values()].map((card) => card.id)));
  const fits = groups.flatMap(({ count, wantsPicture }) =>
    Array.from({ length: count }, () => (wantsPicture ? hasPicture : anyCard)),
  );
  const [first = anyCard, ...others] = fits;
  // A young paper may have no picture at all: then any article leads.
  const lead = placed.get(1) ?? deal(first) ?? deal(anyCard);
  const rest = others.map((fit, index) => placed.get(index + 2) ?? deal(fit));
  return [lead, ...rest];
}

const present = <T>(cards: (T | null)[]): T[] => cards.filter((card) => card !== null);

/** The slots of each group, without those that nothing stands in. A page without a lead begins with what it has. */
function inGroups(slots: (ArticleCard | null)[], groups: readonly SlotGroup[]): ArticleCard[][] {
  const filled = [...slots];
  if (filled[0] === null) {
    const next = filled.findIndex((card) => card !== null);
    if (next > 0) [filled[0], filled[next]] = [filled[next] ?? null, null];
  }
  let from = 0;
  return groups.map(({ count }) => {
    from += count;
    return present(filled.slice(from - count, from));
  });
}

/** The front page as it is set; of what stands in the blocks of its sections, at least the numbers. */
interface Composed<T> extends Omit<FrontPage, 'sections' | 'all'> {
  sections: { section: SectionLink; cards: T[] }[];
  /** Every article on the page, once. */
  all: (ArticleCard | T)[];
}

/**
 * Sets the front page: its slots, then a block for each section with what does not stand above. No article comes twice.
 * @param sections  the newest of each, enough for its block whatever stands above (`perBlock`)
 */
export function composeFront<T extends Numbered>(
  pins: readonly Pin[],
  newest: readonly ArticleCard[],
  sections: { section: SectionLink; cards: T[] }[],
): Composed<T> {
  const [lead = [], seconds = [], thirds = [], latest = []] = inGroups(
    fillSlots(pins, newest, frontSlots),
    frontSlots,
  );
  const top = [...lead, ...seconds, ...thirds, ...latest];
  const dealt = new Set(top.map((card) => card.id));
  const blocks = sections
    .map(({ section, cards }) => {
      const deal = dealer(cards, dealt);
      return { section, cards: present(Array.from({ length: perSection }, () => deal(anyCard))) };
    })
    .filter(({ cards }) => cards.length > 0);
  const all = [...top, ...blocks.flatMap(({ cards }) => cards)];
  return { lead: lead[0] ?? null, seconds, thirds, latest, sections: blocks, all };
}

/**
 * A list with pinned articles at their places, the others flowing around them in their order; pins beyond the list's end
 * stand at its end.
 * @param cards  without those that are pinned
 */
export function placeInList(pins: readonly Pin[], cards: readonly ArticleCard[]): ArticleCard[] {
  const list = [...cards];
  for (const { slot, card } of [...pins].sort((a, b) => a.slot - b.slot)) list.splice(slot - 1, 0, card);
  return list;
}
