import { z } from 'zod';

// The body of an article as it is kept: an array of blocks, each a small object that says what it is. Readers'
// pages, the editor, export and search all work from these.

/** Every text that enters is NFC, so that the same word is the same bytes everywhere. */
const text = z.string().transform((value) => value.normalize('NFC'));
export const href = z
  .string()
  .max(2000)
  .refine(
    (value) => /^(https?:\/\/|mailto:|\/(?!\/))/i.test(value),
    'a link begins with https://, http://, mailto: or /',
  );

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
      'every row of a table has as many cells',
    ),
});
const photo = z.strictObject({
  type: z.literal('photo'),
  /** Key of the picture (lib/media). */
  picture: z.string().regex(/^[0-9a-f]{24}$/),
  alt: text,
  caption: text,
  credit: text,
});
const embed = z.strictObject({
  type: z.literal('embed'),
  provider: z.literal('youtube'),
  id: z.string().regex(/^[\w-]{11}$/),
  title: text,
});

const block = z.discriminatedUnion('type', [paragraph, heading, list, quote, pullout, table, photo, embed]);
/** What a body must be to be saved. 2,000 blocks are a book; more is a mistake or an attack. */
export const body = z.array(block).max(2000);

export type Run = z.infer<typeof run>;
export type Line = z.infer<typeof line>;
export type Block = z.infer<typeof block>;
export type Body = z.infer<typeof body>;
export type PhotoBlock = z.infer<typeof photo>;
