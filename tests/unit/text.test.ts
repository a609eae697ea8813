import { describe, expect, test } from 'vitest';
import { cleanLine, slugOf, withoutMarks } from '#lib/site/text.ts';

describe('slugOf', () => {
  test.each([
    ['Đọc thêm: đường sắt Bắc – Nam', 'doc-them-duong-sat-bac-nam'],
    ['Ổ Ặ ễ Ỗ Ữ khuỷu', 'o-a-e-o-u-khuyu'],
    ['Giá vàng tăng 3,5% trong quý II/2026', 'gia-vang-tang-3-5-trong-quy-ii-2026'],
    ['  "Ăn" — uống…  ', 'an-uong'],
  ])('%s → %s', (headline, slug) => {
    expect(slugOf(headline)).toBe(slug);
  });

  test('is the same for composed and decomposed letters', () => {
    const headline = 'Đề án thoát nước Ổ Gà: người dân lo ngại';
    expect(slugOf(headline.normalize('NFD'))).toBe(slugOf(headline.normalize('NFC')));
    expect(slugOf(headline.normalize('NFD'))).toBe('de-an-thoat-nuoc-o-ga-nguoi-dan-lo-ngai');
  });

  test('leaves emoji out, and falls back where nothing is left', () => {
    expect(slugOf('Cháy lớn 🔥 ở chợ')).toBe('chay-lon-o-cho');
    expect(slugOf('🔥🔥')).toBe('bai-viet');
    expect(slugOf('…', 'the')).toBe('the');
  });

  test('is cut at the end of a word, at 100 characters at most', () => {
    const slug = slugOf('nghiêng '.repeat(30));
    // 12 words of 7 letters and 11 hyphens are 95; a 13th would make 103.
    expect(slug).toBe(Array(12).fill('nghieng').join('-'));
    expect(slugOf(`${'a'.repeat(98)} b c`)).toBe(`${'a'.repeat(98)}-b`);
    expect(slugOf('x'.repeat(250))).toBe('x'.repeat(100));
  });
});

test('withoutMarks keeps punctuation and drops marks and capitals', () => {
  expect(withoutMarks('Đà Nẵng, TRƯỜNG SA!')).toBe('da nang, truong sa!');
});

describe('cleanLine', () => {
  test('makes NFC of what a Mac or an old keyboard typed', () => {
    const typed = 'Thủ đô'.normalize('NFD');
    expect(typed).not.toBe('Thủ đô');
    expect(cleanLine(typed)).toBe('Thủ đô');
  });

  test('makes one space of any run of spaces, tabs and line breaks', () => {
    expect(cleanLine('  Hà\u00a0Nội \t\r\n mùa\u2003thu ')).toBe('Hà Nội mùa thu');
  });

  test('drops control characters and what has no width', () => {
    expect(cleanLine('\ufeffHà\u200b \u0007Nội\u0000')).toBe('Hà Nội');
  });
});
