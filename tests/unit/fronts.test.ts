import { expect, test } from 'vitest';
import type { ArticleCard } from '#lib/articles/types.ts';
import { composeFront, fillSlots, placeInList } from '#lib/front/compose.ts';
import { countSlots, frontSlots, type Pin, sectionSlots } from '#lib/front/types.ts';

const picture = {
  key: 'k',
  width: 3,
  height: 2,
  renditions: [320],
  dominantColor: '#000000',
  focalX: 0.5,
  focalY: 0.5,
};
const photo = { ...picture, alt: '', caption: '', credit: '' };

/** Article number `id`; the higher the newer, a day apart. */
function card(id: number, more: Partial<ArticleCard> = {}): ArticleCard {
  return {
    id,
    href: `/x-${id}.html`,
    title: `Bài ${id}`,
    sapo: '',
    agency: null,
    section: { name: 'Tin tức', href: '/tin-tuc' },
    publishedAt: new Date(Date.UTC(2026, 0, id)),
    cover: photo,
    ...more,
  };
}

const cards = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => card(from - i));
const ids = (list: ArticleCard[]) => list.map((one) => one.id);
const section = (id: number) => ({
  id,
  name: `Mục ${id}`,
  href: `/muc-${id}`,
  description: '',
  children: [],
});

test('the front page: the newest lead, in order, and no article comes twice', () => {
  const front = composeFront([], cards(30, 1), [
    { section: section(1), cards: cards(30, 1) },
    { section: section(2), cards: cards(30, 1) },
  ]);
  expect(front.lead?.id).toBe(30);
  expect([ids(front.seconds), ids(front.thirds)]).toEqual([
    [29, 28],
    [27, 26, 25, 24],
  ]);
  const all = [
    front.lead,
    ...front.seconds,
    ...front.thirds,
    ...front.latest,
    ...front.sections.flatMap((one) => one.cards),
  ];
  expect(new Set(all.map((one) => one?.id)).size).toBe(all.length);
  expect(front.all.length).toBe(all.length);
});

const pin = (slot: number, card: ArticleCard): Pin => ({ slot, card });

test('the front page: what is pinned stands in its slot, even without a picture; the newest flow around it', () => {
  const pins = [pin(5, card(3, { cover: null })), pin(2, card(30)), pin(9, card(29))];
  const front = composeFront(pins, cards(30, 1), []);
  expect([front.lead?.id, ...ids(front.seconds)]).toEqual([28, 30, 27]);
  expect(ids(front.thirds)).toEqual([26, 3, 25, 24]);
  expect(ids(front.latest)).toEqual([23, 29, 22, 21, 20, 19, 18, 17]);
});

test('the front page: pins that are all there is move up, so that the page has a lead', () => {
  const front = composeFront([pin(4, card(2)), pin(12, card(1))], [card(2), card(1)], []);
  expect([front.lead?.id, ids(front.thirds), ids(front.latest)]).toEqual([2, [], [1]]);
});

/** The same numbers at each run: a failure can be looked at again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** A paper of some articles, some of them without a picture, and pins for some slots. */
function chance(seed: number, slots: number) {
  const roll = dice(seed);
  const newest = cards(roll(40), 1).map((one) => (roll(3) === 0 ? { ...one, cover: null } : one));
  const old = Array.from({ length: 20 }, (_, i) => card(-i));
  const pool = [...newest, ...old].sort(() => roll(3) - 1);
  const pins = Array.from({ length: slots }, (_, i) => i + 1)
    .filter(() => roll(3) === 0)
    .flatMap((slot) => {
      const picked = pool.pop();
      return picked ? [pin(slot, picked)] : [];
    });
  return { newest, pins };
}

test('whatever is pinned: each pin in its slot, nothing twice, the newest in their order', () => {
  for (let seed = 0; seed < 200; seed++) {
    for (const groups of [frontSlots, sectionSlots]) {
      const { newest, pins } = chance(seed, countSlots(groups));
      const slots = fillSlots(pins, newest, groups);
      const shown = slots.filter((one) => one !== null);
      expect(slots.length).toBe(countSlots(groups));
      expect(new Set(ids(shown)).size, `seed ${seed}`).toBe(shown.length);
      for (const { slot, card } of pins) expect(slots[slot - 1]?.id, `seed ${seed}`).toBe(card.id);
      const pinned = new Set(pins.map(({ card }) => card.id));
      // Those with a picture keep their order among themselves, as do those without.
      for (const hasCover of [true, false]) {
        const flowing = ids(shown.filter((one) => !pinned.has(one.id) && (one.cover !== null) === hasCover));
        expect(flowing).toEqual([...flowing].sort((a, b) => b - a));
      }
      // No slot that any article may stand in stays empty while an article is left.
      const free = slots.slice(groups === frontSlots ? 7 : 0).includes(null);
      if (free) expect(newest.every((one) => ids(shown).includes(one.id))).toBe(true);
    }
  }
});

test('the whole page, whatever is pinned: nothing twice over all its parts, no pin lost', () => {
  for (let seed = 0; seed < 200; seed++) {
    const { newest, pins } = chance(seed, 15);
    const front = composeFront(pins, newest, [
      { section: section(1), cards: newest },
      { section: section(2), cards: [...pins.map((one) => one.card), ...newest] },
    ]);
    const parts = [
      ...front.seconds,
      ...front.thirds,
      ...front.latest,
      ...front.sections.flatMap((one) => one.cards),
    ];
    const all = [...(front.lead ? [front.lead] : []), ...parts];
    expect(new Set(ids(all)).size, `seed ${seed}`).toBe(all.length);
    expect(ids(front.all).sort()).toEqual(ids(all).sort());
    for (const { card } of pins) expect(ids(all)).toContain(card.id);
    if (newest.length + pins.length > 0) expect(front.lead).not.toBeNull();
  }
});

test('two pins of one article, or for one slot, or beyond the last slot: readers see each article once all the same', () => {
  const slots = fillSlots(
    [pin(2, card(9)), pin(1, card(9)), pin(1, card(8)), pin(99, card(7))],
    cards(9, 1),
    frontSlots,
  );
  const shown = slots.filter((one) => one !== null);
  expect(shown[0]?.id).toBe(9);
  expect(new Set(ids(shown)).size).toBe(shown.length);
});

test('a section’s front: pins at their places in the list, those beyond its end at its end', () => {
  const list = placeInList([pin(9, card(1)), pin(2, card(2)), pin(1, card(3))], cards(30, 28));
  expect(ids(list)).toEqual([3, 2, 30, 29, 28, 1]);
});

test('the front page: an article without a picture leaves the places for pictures to others', () => {
  const front = composeFront([], [card(9, { cover: null }), ...cards(8, 1)], []);
  expect(front.lead?.id).toBe(8);
  expect(ids(front.latest)).toContain(9);
});

test('the front page: a section whose articles are all above is left out; an empty paper has no lead', () => {
  expect(composeFront([], cards(3, 1), [{ section: section(1), cards: cards(3, 1) }]).sections).toEqual([]);
  expect(composeFront([], [], []).lead).toBeNull();
});
