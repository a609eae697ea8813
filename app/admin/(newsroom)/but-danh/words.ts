import type { KindWords } from '#components/newsroom/desk/kind-words.ts';

export const bylineWords: KindWords = {
  one: 'bút danh',
  base: '/admin/but-danh',
  text: 'tiểu sử',
  textHint: 'Vài câu về người viết, hiện ở trang tác giả; để trống cũng được.',
  longest: 100,
};
