import { z } from 'zod';
import { cleanLine } from '#lib/site/text.ts';
import { longestAlt, longestCaption, longestCredit } from './types.ts';

// What the newsroom's pages may ask of the store of pictures.

const longestQuery = 200;
const day = z.iso.date('Ngày phải viết như 2026-11-22.');

export const pictureQuery = z.strictObject({
  query: z
    .string()
    .transform((text) => cleanLine(text.toWellFormed()).slice(0, longestQuery).toWellFormed())
    .default(''),
  page: z.int().min(1).max(10_000).default(1),
  uploadedById: z.int().positive().max(2_147_483_647).optional(),
  from: day.optional(),
  to: day.optional(),
});

const id = z.int().positive().max(2_147_483_647);
const line = (most: number, what: string) =>
  z
    .string()
    .max(most, `${what} dài quá ${most} chữ cái; hãy viết gọn lại.`)
    .transform((text) => cleanLine(text.toWellFormed()));
const share = z.number().min(0).max(1);

const pictureWords = z.strictObject({
  alt: line(longestAlt, 'Mô tả ảnh'),
  caption: line(longestCaption, 'Chú thích'),
  credit: line(longestCredit, 'Nguồn ảnh'),
  focalX: share,
  focalY: share,
});

const before = z.string().max(10_000);
const wordsBefore = z.strictObject({
  alt: before,
  caption: before,
  credit: before,
  focalX: share,
  focalY: share,
});

/** `was` is what the person had before them, letter by letter: what somebody else changed meanwhile is not overwritten. */
export const pictureChange = z.strictObject({ id, was: wordsBefore, words: pictureWords });
export const pictureReplacement = z.strictObject({ id, upload: z.string().regex(/^[0-9a-f]{32}$/) });
export const pictureToDelete = z.strictObject({ id });

const one = z.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')]).catch('');
const number = one.transform(Number).pipe(id).optional().catch(undefined);

/** The store's own address: /admin/anh?q=…&nguoi=…&tu=…&den=…&trang=… What can't be read is left out. */
export const pictureFilter = z
  .object({
    q: one,
    nguoi: number,
    tu: one.pipe(day).optional().catch(undefined),
    den: one.pipe(day).optional().catch(undefined),
    trang: number,
  })
  .transform(({ q, nguoi, tu, den, trang }) => ({
    query: cleanLine(q.toWellFormed()).slice(0, longestQuery).toWellFormed(),
    page: Math.min(trang ?? 1, 10_000),
    uploadedById: nguoi,
    from: tu,
    to: den,
  }));
