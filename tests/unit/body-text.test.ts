import { expect, test } from 'vitest';
import { searchTextOf } from '#lib/articles/search-text.ts';
import type { Body } from '#lib/body/blocks.ts';
import { photoKeys } from '#lib/body/photo-keys.ts';
import { captionText, plainText } from '#lib/body/plain-text.ts';
import { wordCount } from '#lib/site/text.ts';

const body: Body = [
  { type: 'heading', level: 2, line: [{ text: 'Nước lên' }] },
  { type: 'paragraph', line: [{ text: 'Sông ' }, { text: 'Trầm', bold: true }, { text: ' – 3 m.' }] },
  { type: 'list', ordered: false, items: [[{ text: 'một' }], [{ text: 'hai' }]] },
  { type: 'quote', lines: [[{ text: 'Lo lắm' }]], cite: 'Bà Nhàn' },
  { type: 'table', rows: [[[{ text: 'A' }], [{ text: 'B' }]]] },
  { type: 'photo', picture: 'a'.repeat(24), alt: 'mô tả', caption: 'Bờ kè', credit: 'Lê Hà' },
  {
    type: 'gallery',
    photos: [
      { picture: 'b'.repeat(24), alt: '', caption: 'Bến đò', credit: '' },
      { picture: 'a'.repeat(24), alt: '', caption: '', credit: 'Đỗ Nam' },
    ],
  },
  { type: 'related', articles: [{ id: 3, title: 'Bài khác' }] },
  { type: 'embed', provider: 'link', href: 'https://a.vn', title: 'Trang A' },
];

test('the words of a body, without what stands under its photos', () => {
  expect(plainText(body)).toBe('Nước lên\nSông Trầm – 3 m.\nmột\nhai\nLo lắm\nBà Nhàn\nA B\nTrang A');
  expect(captionText(body)).toBe('Bờ kè\nLê Hà\nBến đò\nĐỗ Nam');
  expect(photoKeys(body)).toEqual(['a'.repeat(24), 'b'.repeat(24)]);
});

test('words are what stands between spaces and can be read', () => {
  expect(wordCount('Nước lên\nSông Trầm – 3 m.')).toBe(6);
  expect(wordCount('')).toBe(0);
});

test('the text for the search has no marks, and no end that PostgreSQL could not take', () => {
  const article = {
    title: 'Đê vỡ',
    sapo: 'Ổ',
    tags: ['lũ lụt'],
    bylines: ['Lê Hà'],
    coverCaption: '',
    coverCredit: '',
  };
  expect(searchTextOf({ ...article, body })).toContain('de vo\no\nlu lut\nle ha\nbo ke');
  const endless: Body = [{ type: 'paragraph', line: [{ text: 'chữ '.repeat(100_000) }] }];
  expect(searchTextOf({ ...article, body: endless })).toHaveLength(200_000);
});
