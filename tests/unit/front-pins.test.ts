import { expect, test } from 'vitest';
import { endPinAt, placePin, removePin, samePins } from '#components/newsroom/front/pins.ts';
import { fromForm, joinForms, toForm } from '#components/newsroom/settings/form-values.ts';
import type { ArticleCard } from '#lib/articles/types.ts';
import type { DeskPin } from '#lib/front/types.ts';
import { samplePaper } from '#lib/settings/sample-paper.ts';

const card = (id: number): ArticleCard => ({
  id,
  href: `/x-${id}.html`,
  title: `Bài ${id}`,
  sapo: '',
  agency: null,
  section: { name: 'Tin tức', href: '/tin-tuc' },
  publishedAt: new Date(0),
  cover: null,
});
/** Pins as "slot: article". */
const pins = (placed: Record<number, number>): DeskPin[] =>
  Object.entries(placed).map(([slot, id]) => ({ slot: Number(slot), card: card(id), endsAt: null }));
const placed = (list: DeskPin[] | null) =>
  list && Object.fromEntries(list.map((pin) => [pin.slot, pin.card.id]));

test('a new pin pushes down what stands there, as far as the next slot without a pin', () => {
  expect(placed(placePin(pins({ 1: 10, 2: 20, 4: 40 }), card(9), 1, 5))).toEqual({
    1: 9,
    2: 10,
    3: 20,
    4: 40,
  });
  expect(placed(placePin(pins({ 1: 10 }), card(9), 3, 5))).toEqual({ 1: 10, 3: 9 });
});

test('at the end, where there is no room below, it pushes up', () => {
  expect(placed(placePin(pins({ 4: 40, 5: 50 }), card(9), 5, 5))).toEqual({ 3: 40, 4: 50, 5: 9 });
});

test('a pin that moves trades places with its neighbour, and the others stay', () => {
  expect(placed(placePin(pins({ 1: 10, 2: 20, 3: 30 }), card(20), 1, 5))).toEqual({ 1: 20, 2: 10, 3: 30 });
  expect(placed(placePin(pins({ 1: 10, 2: 20, 3: 30 }), card(20), 3, 5))).toEqual({ 1: 10, 2: 30, 3: 20 });
  expect(placed(placePin(pins({ 1: 10, 2: 20, 3: 30 }), card(30), 1, 5))).toEqual({ 1: 30, 2: 10, 3: 20 });
});

test('where every slot has a pin, none is lost: the new one is not taken', () => {
  const full = pins({ 1: 10, 2: 20, 3: 30 });
  expect(placePin(full, card(9), 2, 3)).toBeNull();
  expect(placed(placePin(full, card(10), 3, 3))).toEqual({ 1: 20, 2: 30, 3: 10 });
});

test('whatever is pinned where: one slot, one article; nothing lost; what was asked for is done', () => {
  const slots = 6;
  for (let taken = 0; taken < 2 ** slots; taken++) {
    const before = Array.from({ length: slots }, (_, i) => i + 1)
      .filter((slot) => taken & (2 ** (slot - 1)))
      .map((slot) => ({ slot, card: card(slot * 10), endsAt: new Date(slot) }));
    for (const moving of [card(999), ...before.map((pin) => pin.card)]) {
      for (let slot = 1; slot <= slots; slot++) {
        const after = placePin(before, moving, slot, slots);
        if (!after) {
          expect(before.length).toBe(slots);
          continue;
        }
        const ids = new Set(after.map((pin) => pin.card.id));
        expect(new Set(after.map((pin) => pin.slot)).size).toBe(after.length);
        expect(ids).toEqual(new Set([...before.map((pin) => pin.card.id), moving.id]));
        expect(after.every((pin) => pin.slot >= 1 && pin.slot <= slots)).toBe(true);
        expect(after.find((pin) => pin.card.id === moving.id)?.slot).toBe(slot);
        // An end stays with its article.
        for (const { card: one, endsAt } of before) {
          expect(after.find((pin) => pin.card.id === one.id)?.endsAt).toEqual(endsAt);
        }
      }
    }
  }
});

test('freeing a pin and ending it change that one only', () => {
  const both = pins({ 1: 10, 2: 20 });
  expect(placed(removePin(both, 1))).toEqual({ 2: 20 });
  const ended = endPinAt(both, 2, new Date(5));
  expect(ended.map((pin) => pin.endsAt?.getTime())).toEqual([undefined, 5]);
  expect(samePins(both, [...both].reverse())).toBe(true);
  expect(samePins(both, ended)).toBe(false);
});

test('the settings go into the form and come out as they were', () => {
  const settings = { ...samplePaper, logo: 'a'.repeat(24), social: ['https://zalo.me/1', 'https://x.com/a'] };
  expect(fromForm(toForm(settings))).toEqual(settings);
  expect(fromForm({ ...toForm(settings), social: ' https://zalo.me/1\n\n', logo: '' })).toEqual({
    ...settings,
    logo: null,
    social: ['https://zalo.me/1'],
  });
});

test('two people’s changes of the settings: those of one are taken, those of both are mine and told', () => {
  const base = toForm(samplePaper);
  const mine = { ...base, motto: 'của tôi', agency: 'TÔI', notice: 'như nhau' };
  const theirs = { ...base, motto: 'của họ', name: 'Tên của họ', notice: 'như nhau' };
  expect(joinForms(base, mine, theirs)).toEqual({
    values: { ...base, motto: 'của tôi', agency: 'TÔI', name: 'Tên của họ', notice: 'như nhau' },
    clashes: { motto: 'của họ' },
  });
});
