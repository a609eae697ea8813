import { z } from 'zod';
import { cleanLine } from '#lib/site/text.ts';

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
