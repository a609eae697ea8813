import type { KindWords } from '#components/newsroom/desk/kind-words.ts';

export const tagWords: KindWords = {
  one: 'thẻ',
  base: '/admin/the',
  text: 'mô tả',
  textHint: 'Hiện ở đầu trang của thẻ; để trống cũng được.',
  longest: 100,
};
