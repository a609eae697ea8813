import type { KindWords } from '#components/newsroom/desk/kind-words.ts';

export const topicWords: KindWords = {
  one: 'sự kiện',
  base: '/admin/su-kien',
  text: 'mô tả',
  textHint: 'Hiện ở đầu trang của sự kiện; để trống cũng được.',
  longest: 150,
};
