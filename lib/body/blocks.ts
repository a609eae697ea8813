import { z } from 'zod';
import { isLinkAddress, isWebAddress } from '#lib/site/links.ts';

// The body of an article as it is kept: an array of blocks, each a small object that says what it is. Readers'
// pages, the editor, export and search all work from these.

/** Every text that enters is NFC, so that the same word is the same bytes everywhere. */
const text = z.string().transform((value) => value.normalize('NFC'));
export const href = z
  .string()
  .max(2000, 'Liên kết dài quá 2.000 chữ cái.')
  .refine(isLinkAddress, 'Liên kết phải bắt đầu bằng https://, http://, mailto: hoặc /.');

/** A run of text with one set of marks. */
const run = z.strictObject({
  text,
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  href: href.optional(),
});
const line = z.array(run);

const paragraph = z.strictObject({ type: z.literal('paragraph'), line });
const heading = z.strictObject({
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3)]),
  line,
});
const list = z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(line).min(1) });
const quote = z.strictObject({
  type: z.literal('quote'),
  lines: z.array(line).min(1),
  cite: text.optional(),
});
/** A sentence of the article set large beside the text. */
const pullout = z.strictObject({ type: z.literal('pullout'), line });
const table = z.strictObject({
  type: z.literal('table'),
  /** The first row is the header. Every row has as many cells as the first. */
  rows: z
    .array(z.array(line).min(1))
    .min(1)
    .refine(
      (rows) => rows.every((row) => row.length === rows[0]?.length),
      'Mọi hàng của bảng phải có số ô như nhau.',
    ),
});
const photoFields = {
  /** Key of the picture (lib/media). */
  picture: z.string().regex(/^[0-9a-f]{24}$/),
  alt: text,
  caption: text,
  credit: text,
};
const photo = z.strictObject({ type: z.literal('photo'), ...photoFields });
/** Photos of one gallery; more are an album, not an article's. */
export const mostPhotos = 60;
/** Articles in one box. */
export const mostRelated = 10;
/** Photos that are looked at together; in the clean form there are two at least. */
const gallery = z.strictObject({
  type: z.literal('gallery'),
  photos: z
    .array(z.strictObject(photoFields))
    .min(1)
    .max(mostPhotos, `Một bộ ảnh có nhiều nhất ${mostPhotos} ảnh.`),
});
/** Other articles that the text points to. Readers see those that are published, by the headlines they have then. */
const related = z.strictObject({
  type: z.literal('related'),
  articles: z
    .array(
      z.strictObject({
        /** Null: an article file names it, and the import has found no such article yet. */
        id: z.int().positive().max(2_147_483_647).nullable(),
        /** Its headline when it was picked, for whoever finds it gone. */
        title: text,
      }),
    )
    .min(1)
    .max(mostRelated, `Một hộp bài liên quan có nhiều nhất ${mostRelated} bài.`),
});
const video = z.strictObject({
  type: z.literal('embed'),
  provider: z.literal('youtube'),
  id: z.string().regex(/^[\w-]{11}$/),
  title: text,
});
/** Anything else on the web: its address and what it is called. Nothing of it is fetched. */
const linkCard = z.strictObject({
  type: z.literal('embed'),
  provider: z.literal('link'),
  href: z
    .string()
    .max(2000, 'Địa chỉ nhúng dài quá 2.000 chữ cái.')
    .transform((value) => value.normalize('NFC'))
    .refine(isWebAddress, 'Địa chỉ nhúng phải đầy đủ, bắt đầu bằng https:// hoặc http://.'),
  title: text,
});
const embed = z.discriminatedUnion('provider', [video, linkCard]);

const block = z.discriminatedUnion('type', [
  paragraph,
  heading,
  list,
  quote,
  pullout,
  table,
  photo,
  gallery,
  related,
  embed,
]);
/** What a body must be to be saved. 2,000 blocks are a book; more is a mistake or an attack. */
export const body = z.array(block).max(2000, 'Nội dung có quá 2.000 đoạn và ảnh. Hãy chia thành nhiều bài.');

export type Run = z.infer<typeof run>;
export type Line = z.infer<typeof line>;
export type Block = z.infer<typeof block>;
export type Body = z.infer<typeof body>;
export type PhotoBlock = z.infer<typeof photo>;
export type GalleryBlock = z.infer<typeof gallery>;
export type RelatedBlock = z.infer<typeof related>;
export type EmbedBlock = z.infer<typeof embed>;
