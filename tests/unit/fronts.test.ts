import { expect, test } from 'vitest';
import type { ArticleCard } from '#lib/articles/types.ts';
import { composeFront } from '#lib/front/compose.ts';
import { rankRelated } from '#lib/related/rank.ts';

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

test('the front page: what is pinned comes first, in its order, even without a picture', () => {
  const front = composeFront([card(3, { cover: null }), card(5)], cards(30, 1), []);
  expect([front.lead?.id, ...ids(front.seconds)]).toEqual([3, 5, 30]);
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

const article = { publishedAt: new Date(Date.UTC(2026, 0, 20)), categoryId: 1, topicId: 7, tagIds: [1, 2] };
const other = (id: number, more: object = {}) => ({
  card: card(id),
  categoryId: 9,
  topicId: null,
  tagIds: [],
  ...more,
});

test('related: the running story before shared tags, these before the section, this before the merely new', () => {
  const ranked = rankRelated(article, [
    other(10),
    other(10, { card: card(11), categoryId: 1 }),
    other(10, { card: card(9), tagIds: [1, 2] }),
    other(10, { card: card(8), topicId: 7 }),
  ]);
  expect(ids(ranked)).toEqual([8, 9, 11, 10]);
});

test('related: the fresher of two that are alike; each once; ten at most', () => {
  const many = Array.from({ length: 15 }, (_, i) => other(i + 1));
  expect(ids(rankRelated(article, [...many, ...many]))).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6]);
});

test('related: two articles outside every running story do not share one', () => {
  const alone = { ...article, topicId: null };
  expect(ids(rankRelated(alone, [other(5), other(4, { tagIds: [1] })]))).toEqual([4, 5]);
});
