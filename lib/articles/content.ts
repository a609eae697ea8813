import { z } from 'zod';
import { body } from '#lib/body/blocks.ts';
import { cleanBody } from '#lib/body/clean-body.ts';
import { cleanLine } from '#lib/site/text.ts';

const line = (most: number, what: string) =>
  z
    .string()
    .max(most, `${what} dài quá ${most} chữ cái.`)
    .transform((text) => cleanLine(text.toWellFormed()));
const name = (what: string) => line(100, what).refine((text) => text !== '', `${what} không được để trống.`);
const id = z.int().positive().max(2_147_483_647);

/** A picture as an article shows it, by the picture's key. */
const cover = z.strictObject({
  picture: z.string().regex(/^[0-9a-f]{24}$/),
  alt: line(500, 'Mô tả ảnh'),
  caption: line(1000, 'Chú thích ảnh'),
  credit: line(200, 'Nguồn ảnh'),
});

/**
 * What the newsroom writes of an article: all that its editor shows, and nothing of where it stands on its way to
 * readers. Everything may be empty while it is being written; lib/articles/checks.ts says what may not be at the end.
 */
export const articleContent = z.strictObject({
  type: z.enum(['news', 'feature', 'photo', 'video', 'opinion']),
  title: line(300, 'Tiêu đề'),
  sapo: line(2000, 'Sapo'),
  agency: line(40, 'Tiền tố hãng tin')
    .transform((text) => text || null)
    .nullable(),
  categoryId: id.nullable(),
  topicId: id.nullable(),
  /** Names, in the editor's order; those that are new are made at the save. */
  tags: z.array(name('Thẻ')).max(30, 'Một bài có nhiều nhất 30 thẻ.'),
  bylines: z.array(name('Bút danh')).max(10, 'Một bài có nhiều nhất 10 bút danh.'),
  cover: cover.nullable(),
  body: body.transform(cleanBody),
  /** Related articles, picked by an editor. */
  picks: z.array(id).max(5, 'Một bài chọn nhiều nhất 5 bài liên quan.'),
});

export type ArticleContent = z.infer<typeof articleContent>;

/** What a new article begins with. */
export const emptyContent: ArticleContent = {
  type: 'news',
  title: '',
  sapo: '',
  agency: null,
  categoryId: null,
  topicId: null,
  tags: [],
  bylines: [],
  cover: null,
  body: [],
  picks: [],
};
