import { expect, test } from 'vitest';
import { namesIn } from '#lib/rails/names.ts';
import { entriesOf, withArticle, withoutArticle } from '#lib/rails/rail.ts';
import { type Compared, scoreOf } from '#lib/rails/score.ts';
import { clausesOf, formOf } from '#lib/rails/syllables.ts';
import { chooseTerms, profileSize, termsOf } from '#lib/rails/terms.ts';

const form = (name: string) => name.split(' ').map(formOf).join(' ');
const names = (text: string) => namesIn(clausesOf(text));

test('old and new places of the tone mark are one, and so are composed and decomposed letters', () => {
  expect(formOf('hoà')).toBe(formOf('hòa'));
  expect(formOf('Thuý')).toBe(formOf('thúy'));
  expect(formOf('Mộc'.normalize('NFD'))).toBe(formOf('mộc'));
  expect(formOf('bàn')).not.toBe(formOf('bạn'));
  expect(formOf('đa')).not.toBe(formOf('da'));
});

test('names are runs of capitalised syllables within a sentence', () => {
  expect(names('Sáng nay bà Nguyễn Thị Ổn về Gò Dâu, Đồng Sen cùng 12 người.')).toEqual(
    ['Nguyễn Thị Ổn', 'Gò Dâu', 'Đồng Sen'].map(form),
  );
});

test('the capital that opens a sentence is no name, unless the same stands within one', () => {
  expect(names('Nước lên. Trời tối.')).toEqual([]);
  expect(names('Ông Lê Văn An nói.')).toEqual([form('Lê Văn An')]);
  expect(names('Hòn Én mùa gió. Tàu ra Hòn Én chậm.')).toEqual([form('Hòn Én'), form('Hòn Én')]);
  // After a comma a sentence goes on.
  expect(names('Chiều qua, Cửa Gió đông người.')).toEqual([form('Cửa Gió')]);
});

test('a headline in capital letters is not one long name', () => {
  expect(names('Tin THÀNH PHỐ MỘC HẢI HỌP BÀN GIÁ NƯỚC SẠCH')).toEqual([]);
});

test('terms are names, pairs and single syllables; what the body says but once is left out', () => {
  const said = termsOf({
    title: 'Lũ về Gò Dâu',
    sapo: 'Nước lũ lên nhanh.',
    body: 'Bờ kè mới. Xuồng máy chở gạo.\nXuồng máy chở nước.',
  });
  expect(said.get(form('Gò Dâu'))).toMatchObject({ kind: 'name', strength: 3 });
  expect(said.get(form('nước lũ'))?.kind).toBe('pair');
  expect(said.get(form('xuồng máy'))?.strength).toBe(2);
  expect(said.has(form('bờ kè'))).toBe(false);
  // Syllables that only join say nothing, alone or in a pair.
  expect([...said.keys()].filter((term) => term.split(' ').includes(formOf('về')))).toEqual([]);
});

test('any input gives terms in bounded number: signs, figures, one endless word', () => {
  for (const text of ['', '…!?«»"', '1 2 3.4 5%', 'x'.repeat(100_000), '🦆 '.repeat(1000), 'A'.repeat(50)]) {
    const said = termsOf({ title: text, sapo: text, body: text });
    expect(chooseTerms(said, new Map(), 10).terms.length).toBeLessThanOrEqual(profileSize);
  }
});

test('of two terms said alike, the rarer tells more; what stands everywhere tells next to nothing', () => {
  const said = termsOf({ title: 'san hô thành phố', sapo: '', body: '' });
  const counts = new Map([
    [form('thành phố'), 100],
    [form('san hô'), 2],
  ]);
  const { terms, weights } = chooseTerms(said, counts, 100);
  const weight = (name: string) => weights[terms.indexOf(form(name))] ?? Number.NaN;
  expect(weight('san hô')).toBeGreaterThan(100 * weight('thành phố'));
  expect(Math.hypot(...weights)).toBeCloseTo(1, 2);
});

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
function article(id: number, more: Partial<Compared> = {}): Compared {
  return {
    id,
    publishedAt: day(10),
    categoryId: 1,
    topCategoryId: 1,
    topicId: null,
    tagIds: [],
    profile: { terms: [], weights: [] },
    ...more,
  };
}
const rare = () => 1;

test('the running story, shared tags and shared words make two articles related; the section alone does not', () => {
  const about = (...terms: string[]) => ({ terms, weights: terms.map(() => 1 / Math.sqrt(terms.length)) });
  const one = article(1, { topicId: 7, tagIds: [1, 2], profile: about('a', 'b', 'c', 'd') });
  const score = (more: Partial<Compared>) => scoreOf(one, article(2, more), rare);
  expect(score({})).toBe(0);
  expect(score({ topicId: 7 })).toBeGreaterThan(score({ tagIds: [1] }));
  expect(score({ tagIds: [1, 2] })).toBeGreaterThan(score({ tagIds: [1] }));
  expect(score({ profile: about('a', 'b') })).toBeGreaterThan(score({ profile: about('a', 'x') }));
  expect(score({ tagIds: [1] })).toBeGreaterThan(score({ tagIds: [1], categoryId: 9, topCategoryId: 9 }));
});

test('a tag that everything carries makes nothing related', () => {
  const one = article(1, { tagIds: [1] });
  expect(scoreOf(one, article(2, { tagIds: [1] }), () => 0)).toBe(0);
});

test('two articles outside every running story do not share one', () => {
  expect(scoreOf(article(1), article(2), rare)).toBe(0);
});

test('of two alike the fresher is more related; what came after the article is fresh', () => {
  const one = article(1, { tagIds: [1] });
  const at = (n: number) => scoreOf(one, article(2, { tagIds: [1], publishedAt: day(n) }), rare);
  expect(at(9)).toBeGreaterThan(at(1));
  expect(at(30)).toBe(at(10));
  expect(at(-4000)).toBeGreaterThan(0);
});

const rail = (...scores: number[]) => entriesOf(scores.map((score, index) => ({ id: 100 + index, score })));

test('an article comes into a rail at its place, and only among what is shown', () => {
  const ten = rail(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
  expect(withArticle(ten, { id: 1, score: 8 }, 20).relatedIds.slice(0, 4)).toEqual([100, 101, 1, 102]);
  expect(withArticle(ten, { id: 1, score: 0.5 }, 20)).toBe(ten);
  expect(withArticle(ten, { id: 1, score: 20 }, 10).relatedIds).toHaveLength(10);
  expect(withArticle(rail(), { id: 1, score: 0 }, 20).relatedIds).toEqual([]);
  expect(withArticle(rail(), { id: 1, score: 2 }, 20)).toEqual({ relatedIds: [1], scores: [2] });
});

test('an article that is taken out leaves the others as they were', () => {
  expect(withoutArticle(rail(3, 2, 1), 101)).toEqual({ relatedIds: [100, 102], scores: [3, 1] });
});
