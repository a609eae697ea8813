import type { ArticleContent } from '#lib/articles/types.ts';

/** The fields of an article as the newsroom calls them. */
export const fieldNames: Record<keyof ArticleContent, string> = {
  type: 'Thể loại',
  title: 'Tiêu đề',
  sapo: 'Sapo',
  agency: 'Tiền tố hãng tin',
  categoryId: 'Chuyên mục',
  topicId: 'Dòng sự kiện',
  tags: 'Thẻ',
  bylines: 'Bút danh',
  cover: 'Ảnh đại diện',
  body: 'Nội dung',
  picks: 'Bài liên quan',
};

export const articleTypes: Record<ArticleContent['type'], string> = {
  news: 'Tin',
  feature: 'Bài',
  photo: 'Ảnh',
  video: 'Video',
  opinion: 'Ý kiến',
};
