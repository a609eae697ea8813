import { Missing } from '#lib/site/problems.ts';

/** What whoever asks for an article that is not there is told. */
export const missingArticle = (): Missing =>
  new Missing('Không tìm thấy bài này. Có thể người khác vừa xóa.');
