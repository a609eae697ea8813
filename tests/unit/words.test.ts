import { describe, expect, test } from 'vitest';
import { distance } from '#lib/words/distance.ts';
import { fold, plain } from '#lib/words/fold.ts';
import { fromKeystrokes } from '#lib/words/keystrokes.ts';
import { hashBits, quarterOf, termOf, termsOf } from '#lib/words/terms.ts';
import { vocabularyOf } from '#lib/words/vocabulary.ts';

describe('fold', () => {
  test.each([
    ['hoà bình', 'hòa bình'],
    ['thuý', 'thúy'],
    ['khoẻ', 'khỏe'],
    ['uỷ ban', 'ủy ban'],
    ['loà xoà', 'lòa xòa'],
    ['qúy', 'quý'],
    ['hòan tòan', 'hoàn toàn'],
    ['Thuỳ', 'THÙY'],
  ])('the tone of %s and %s stands in one place', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test.each(['quý', 'quà', 'quỷ', 'thuyền', 'khuỷu', 'hoàng', 'xoèn', 'giữa', 'mùa', 'của', 'kìa'])(
    '%s is written by one rule only and stays',
    (word) => {
      expect(fold(word)).toBe(word);
    },
  );

  test('however it was composed, in capitals or not, words are the same', () => {
    const text = 'Đọc thêm: Ổ Ặ khuỷu';
    expect(fold(text.normalize('NFD'))).toBe(fold(text));
    expect(fold(text.toUpperCase())).toBe('đọc thêm ổ ặ khuỷu');
  });

  test('what stands between words is one space, lines stay lines', () => {
    expect(fold('  COVID-19: “1.234” ca…\n\n — \nHà\tNội ')).toBe('covid 19 1 234 ca\nhà nội');
  });

  test.each(['', '   ', '!?…', '\u0301\u0301', '\0', '💥', '\ud800'])('%j has no words', (text) => {
    expect(fold(text)).toBe('');
  });

  test('without marks each letter keeps its place', () => {
    const folded = fold('Nguyễn Đức Ổn ở Đắk Lắk, café Zürich 東京 한국');
    expect(plain(folded)).toBe('nguyen duc on o dak lak cafe zurich 東京 한국');
    expect(plain(folded)).toHaveLength(folded.length);
  });
});

describe('terms', () => {
  const head = [fold('Chợ đêm Chợ Mành')];
  const rest = [fold('Tiếng ồn của chợ\nđêm')].flatMap((text) => text.split('\n'));
  const quarter = quarterOf(new Date('2026-11-22T05:30:00+07:00'));
  const terms = new Set(termsOf({ quarter, head, rest, sectionId: 4, bylineIds: [7, 8] }));
  const has = (term: number) => terms.has((quarter << hashBits) | term);

  test('a word is there without marks and with them, a pair without', () => {
    for (const word of ['cho', 'dem', 'manh', 'tieng', 'on'])
      expect(has(termOf('word', word)), word).toBe(true);
    for (const word of ['chợ', 'ồn']) expect(has(termOf('marked', word)), word).toBe(true);
    expect(has(termOf('marked', 'chó'))).toBe(false);
    expect(has(termOf('pair', 'tieng on'))).toBe(true);
    expect(has(termOf('headPair', 'cho dem'))).toBe(true);
    expect(has(termOf('headPair', 'tieng on'))).toBe(false);
    expect(has(termOf('headWord', 'tieng'))).toBe(false);
  });

  test('no pair goes across lines or over a word that tells nothing', () => {
    expect(has(termOf('pair', 'manh tieng'))).toBe(false);
    expect(has(termOf('pair', 'on cua'))).toBe(false);
    expect(has(termOf('pair', 'on cho'))).toBe(false);
  });

  test('section, bylines, and any article at all', () => {
    expect(
      [termOf('section', 4), termOf('byline', 7), termOf('byline', 8), termOf('all', '')].every(has),
    ).toBe(true);
    expect(has(termOf('section', 7))).toBe(false);
  });

  test('they fit the database’s integers, in any year', () => {
    for (const year of [1, 1949, 1950, 2014, 2077, 9999]) {
      const at = new Date(Date.UTC(year, 5, 1));
      const made = termsOf({ quarter: quarterOf(at), head, rest, sectionId: 1, bylineIds: [] });
      for (const term of made) expect(term | 0).toBe(term);
    }
  });

  test('a quarter begins at midnight in Viet Nam', () => {
    const last = quarterOf(new Date('2026-09-30T23:59:59+07:00'));
    expect(quarterOf(new Date('2026-10-01T00:00:00+07:00'))).toBe(last + 1);
  });
});

test('the vocabulary has words, pairs of headlines and names, and whole names; no numbers', () => {
  const texts = vocabularyOf({
    text: [fold('Phà số 3 rời bến của sông')],
    titles: [fold('Cầu mới và 12 xe')],
    names: [fold('Nguyễn Khánh Vy')],
  }).map((entry) => `${entry.kind}: ${entry.text}`);
  expect(texts).toContain('word: phà');
  expect(texts).toContain('pair: cầu mới');
  expect(texts).toContain('name: nguyễn khánh vy');
  expect(texts).toContain('pair: khánh vy');
  expect(texts).not.toContain('pair: rời bến');
  expect(texts.filter((text) => /\d|: .*và /.test(text))).toEqual([]);
});

test.each([
  ['vieetj', 'việt'],
  ['vietej', 'việt'],
  ['vie65t', 'việt'],
  ['dduwowcj', 'được'],
  ['nuocws', 'nước'],
  ['nguyeenx', 'nguyễn'],
  ['hoaf', 'hòa'],
  ['quys', 'quý'],
  ['gias', 'giá'],
  ['thuyr', 'thủy'],
  ['d9a61t', 'đất'],
  ['tram', null],
  ['b52', null],
  ['hòa', null],
])('the keys %s mean %s', (keys, word) => {
  expect(fromKeystrokes(keys)).toBe(word);
});

test.each([
  ['tram', 'tram', 0],
  ['tram', 'tran', 1],
  ['tram', 'trma', 1],
  ['tram', 'ram', 1],
  ['nghieng', 'ngiengh', 2],
  ['cau', 'truong', 3],
])('%s is %s but for %i', (a, b, wrong) => {
  expect(distance(a, b, 2)).toBe(wrong);
  expect(distance(b, a, 2)).toBe(wrong);
});
