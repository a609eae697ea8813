import { describe, expect, test } from 'vitest';
import { alignBodies } from '#components/newsroom/revisions/align.ts';
import { compareWords, type Piece } from '#components/newsroom/saving/words.ts';
import type { Block } from '#lib/body/types.ts';

const marked = (pieces: Piece[]) =>
  pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
const paragraph = (text: string): Block => ({ type: 'paragraph', line: [{ text }] });

describe('two texts word by word', () => {
  const compare = (before: string, now: string) => {
    const words = compareWords(before, now);
    return [marked(words.before), marked(words.now)];
  };

  test('a Vietnamese word with another mark is another word, whole', () => {
    expect(compare('Mưa lớn ở Hà Nội', 'Mưa lơn ở Hà Nội')).toEqual([
      'Mưa [lớn] ở Hà Nội',
      'Mưa [lơn] ở Hà Nội',
    ]);
    expect(compare('khuỷu tay', 'khuỵu tay')).toEqual(['[khuỷu] tay', '[khuỵu] tay']);
  });

  test('signs are words of their own', () => {
    expect(compare('Sáng nay, mưa.', 'Sáng nay: mưa!')).toEqual(['Sáng nay[,] mưa[.]', 'Sáng nay[:] mưa[!]']);
  });

  test('what is only on one side', () => {
    expect(compare('', 'mới')).toEqual(['', '[mới]']);
    expect(compare('cũ', '')).toEqual(['[cũ]', '']);
  });
});

describe('two bodies block by block', () => {
  const align = (before: string[], now: string[]) =>
    alignBodies(before.map(paragraph), now.map(paragraph)).map((pair) =>
      [pair.before, pair.now].map((block) => (block && 'line' in block ? block.line[0]?.text : null)),
    );

  test('a paragraph that was changed stands beside what it was, though another was put before it', () => {
    const before = ['đầu', 'mưa lớn gây ngập nhiều tuyến phố', 'cuối'];
    const now = ['đầu', 'hoàn toàn mới', 'mưa rất lớn gây ngập nhiều tuyến phố', 'cuối'];
    expect(align(before, now)).toEqual([
      ['đầu', 'đầu'],
      [null, 'hoàn toàn mới'],
      ['mưa lớn gây ngập nhiều tuyến phố', 'mưa rất lớn gây ngập nhiều tuyến phố'],
      ['cuối', 'cuối'],
    ]);
  });

  test('paragraphs with nothing in common are one gone and one new', () => {
    expect(align(['một hai'], ['ba bốn'])).toEqual([
      ['một hai', null],
      [null, 'ba bốn'],
    ]);
  });

  test('every block of either side is there once, in its order', () => {
    const before = Array.from({ length: 60 }, (_, i) => `cũ ${i} chung`);
    const now = Array.from({ length: 50 }, (_, i) => `mới ${i} chung`);
    const pairs = align(before, now);
    expect(pairs.map(([was]) => was).filter((text) => text !== null)).toEqual(before);
    expect(pairs.map(([, is]) => is).filter((text) => text !== null)).toEqual(now);
  });
});
