import { describe, expect, test } from 'vitest';
import { excerptOf, highlight } from '#lib/search/highlight.ts';
import { parseQuery } from '#lib/search/query.ts';
import { scoreArticle } from '#lib/search/score.ts';
import { packSearch, readSearchAddress, searchPath, unpackSearch } from '#lib/site/search-address.ts';
import { fold } from '#lib/words/fold.ts';

const textsOf = (text: string) => parseQuery(text).words.map((word) => word.text);

describe('a query', () => {
  test('is words, each once, and phrases in quotes of any kind', () => {
    const { words, phrases } = parseQuery('“cầu Vạn Chài” cầu "đua ghe');
    expect(words.map((word) => word.text)).toEqual(['cầu', 'vạn', 'chài', 'đua', 'ghe']);
    expect(phrases.map((phrase) => phrase.map((word) => word.text))).toEqual([['cầu', 'vạn', 'chài']]);
  });

  test('tells which words were typed with marks, and which tell nothing', () => {
    const [va, ban, bàn] = parseQuery('và ban bàn').words;
    expect(va).toMatchObject({ isFunction: true, isMarked: true });
    expect(ban).toMatchObject({ isMarked: false, isFunction: false });
    expect(bàn).toMatchObject({ isMarked: true, plain: 'ban' });
  });

  test('has no operators', () => {
    expect(textsOf('a & b | !c <-> (d:* OR -e AND')).toEqual(['a', 'b', 'c', 'd', 'or', 'e', 'and']);
    expect(textsOf("'; DROP TABLE article; --")).toEqual(['drop', 'table', 'article']);
    expect(textsOf('"""')).toEqual([]);
  });

  test('says what it leaves out of a very long one', () => {
    const typed = Array.from({ length: 30 }, (_, n) => `x${n}`).join(' ');
    expect(parseQuery(typed)).toMatchObject({ leftOut: ['x24', 'x25', 'x26', 'x27', 'x28', 'x29'] });
    expect(parseQuery(typed).words).toHaveLength(24);
  });
});

describe('how well an article fits', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  const fits = (query: string, title: string, body: string) => {
    const text = [title, 'sapo', '', '', '', body].map(fold).join('\t');
    return scoreArticle({ id: 1, at: now, text }, parseQuery(query), new Map(), now);
  };

  test.each([
    ['a headline more than a body', ['cầu', 'cầu', 'x'], ['cầu', 'x', 'cầu']],
    [
      'together more than apart',
      ['hòa bình', 'x', 'hòa bình a b c d'],
      ['hòa bình', 'x', 'hòa a b c d bình'],
    ],
    ['in order more than not', ['cầu bến', 'x', 'a cầu bến b'], ['cầu bến', 'x', 'a bến cầu b']],
    ['near more than far', ['hòa bình', 'x', 'hòa a bình b c d'], ['hòa bình', 'x', 'hòa a b c d bình']],
    ['many times more than once', ['cầu', 'x', 'cầu a cầu b cầu'], ['cầu', 'x', 'cầu']],
    [
      'a headline of that alone more than a long one',
      ['cầu', 'cầu', 'x'],
      ['cầu', 'cầu và nhiều thứ khác', 'x'],
    ],
  ] as const)('counts %s', (_, better, worse) => {
    const scores = [better, worse].map(([query, title, body]) => fits(query, title, body).score);
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 0);
  });

  test('tells all, other marks and some of the words apart', () => {
    expect(fits('bàn', 'cái bàn', '').closeness).toBe('all');
    expect(fits('ban', 'cái bàn', '').closeness).toBe('all');
    expect(fits('bàn', 'người bạn', '').closeness).toBe('otherMarks');
    expect(fits('bàn ghế', 'người bạn', '').closeness).toBe('some');
    expect(fits('bàn', 'người', '').closeness).toBe(null);
  });

  test('what stood in quotes must follow each other, with the marks that were typed', () => {
    expect(fits('"sông trầm"', 'x', 'bên sông trầm này').closeness).toBe('all');
    expect(fits('"sông trầm"', 'x', 'sông này trầm').closeness).toBe(null);
    expect(fits('"sông trầm"', 'sóng trầm', 'x').closeness).toBe(null);
    expect(fits('"song tram"', 'sóng trầm', 'x').closeness).toBe('all');
    expect(fits('"sông trầm"', 'x', 'bên sông\ntrầm').closeness).toBe(null);
  });

  test('a word within another is none', () => {
    expect(fits('ca', 'cam can cau', 'bac').closeness).toBe(null);
  });
});

describe('what is marked', () => {
  const show = (line: string, query: string) =>
    highlight(line, parseQuery(query).words)
      .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
      .join('');

  test.each([
    ['Cầu Vạn Chài thông xe', 'cau van chai', '[Cầu Vạn Chài] thông xe'],
    ['Cái bàn của bạn', 'bàn', 'Cái [bàn] của bạn'],
    ['Người bạn', 'bàn', 'Người [bạn]'],
    ['Hoà bình, hòa bình', 'hòa bình', '[Hoà bình], [hòa bình]'],
    ['Giá của tôm và của cá', 'giá của tôm', '[Giá của tôm] và của cá'],
    ['a<b>&"', 'b', 'a<[b]>&"'],
    ['Không có gì', 'cầu', 'Không có gì'],
  ])('%s, looked for with %s', (line, query, shown) => {
    expect(show(line, query)).toBe(shown);
  });

  test('nothing of the text is lost, however it was composed', () => {
    const line = 'Đọc thêm: Ổ Ặ khuỷu, 💥 và “Đèn”'.normalize('NFD');
    const pieces = highlight(line, parseQuery('o khuyu den').words);
    expect(pieces.map(({ text }) => text).join('')).toBe(line.normalize('NFC'));
    expect(pieces.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['Ổ', 'khuỷu', 'Đèn']);
  });

  test('an excerpt is the line with most of the words, cut between words around them', () => {
    const long = `${'trước '.repeat(100)}cầu mới Vạn Chài ${'sau '.repeat(100)}`.trim();
    const words = parseQuery('cầu vạn chài').words;
    const shown = (excerptOf(['một cây cầu', long], words) ?? []).map(({ text }) => text).join('');
    expect(shown).toMatch(/^… (trước )+cầu mới Vạn Chài (sau )+…$/);
    expect(shown.length).toBeLessThan(240);
    expect(excerptOf(['không có'], words)).toBe(null);
  });

  test('a word of ten thousand letters is cut as well', () => {
    const line = `${'a'.repeat(10_000)} cầu ${'b'.repeat(10_000)}`;
    const shown = (excerptOf([line], parseQuery('cầu').words) ?? []).map(({ text }) => text).join('');
    expect(shown.length).toBeLessThan(300);
  });
});

describe('a search’s address', () => {
  const pack = (query: string) => packSearch(new URLSearchParams(query));

  test('is the same however the query was written, and can be read again', () => {
    const one = pack('q=C%E1%BA%A7u++m%E1%BB%9Bi&muc=thoi-su&tac-gia=&tu=2026-01-01&den=&utm_source=x');
    expect(one).toBe(pack('tu=2026-01-01&muc=thoi-su&q=+C%E1%BA%A7u+m%E1%BB%9Bi'));
    expect(unpackSearch(one)).toEqual({
      text: 'Cầu mới',
      section: 'thoi-su',
      author: null,
      from: '2026-01-01',
      to: null,
      order: 'best',
    });
  });

  test('what is not understood counts as not there', () => {
    expect(pack('q=&muc=&xep=moi')).toBe('');
    expect(pack('q=a&tu=2026-02-31&den=x&muc=../admin&xep=y')).toBe(pack('q=a'));
    expect(readSearchAddress(new URLSearchParams({ q: 'x'.repeat(10_000) })).text).toHaveLength(200);
  });

  test.each(['%', 'a\0b', '\ud800', '💥'.repeat(150), '"', '\\', '..', 'a/b?c#d&e'])(
    '%j goes there and back',
    (text) => {
      const packed = packSearch(new URLSearchParams({ q: text }));
      expect(packed).toMatch(/^[\w-]*$/);
      const address = unpackSearch(packed);
      expect(address && packSearch(new URLSearchParams(searchPath(address).split('?')[1]))).toBe(packed);
    },
  );

  test.each(['', '_', 'abc', 'W10', 'bnVsbA', Buffer.from('[["q","a"],["q","b"]]').toString('base64url')])(
    'what was never packed is none: %s',
    (packed) => {
      expect(unpackSearch(packed)).toBe(null);
    },
  );

  test('of another order or page is made from this one', () => {
    expect(searchPath({ text: 'a b', section: 'thoi-su', order: 'newest' }, 3)).toBe(
      '/tim-kiem?q=a%20b&muc=thoi-su&xep=moi&trang=3',
    );
    expect(searchPath({})).toBe('/tim-kiem');
  });
});
