import { z } from 'zod';
import { categoryProblem } from '#lib/categories/save.ts';
import { cleanLine } from '#lib/site/text.ts';
import { readInstant } from './instant.ts';

/** Text of at most `most` letters, cleaned; `why` says what the limit is for. */
const upTo = (most: number, why: string) =>
  z
    .string()
    .transform((value) => cleanLine(value.toWellFormed()))
    .refine((value) => value.length <= most, `is longer than ${most} letters: ${why}`);
const text = (most: number, why: string) => upTo(most, why).refine((value) => value !== '', 'is empty');

const instant = z.string().transform((value, context): Date => {
  const read = readInstant(value);
  if (read instanceof Date) return read;
  context.addIssue({ code: 'custom', message: read });
  return z.NEVER;
});

const category = z
  .string()
  .transform((value) => value.toWellFormed().split('/').map(cleanLine))
  .superRefine((names, context) => {
    const problem = categoryProblem(names);
    if (problem) context.addIssue({ code: 'custom', message: `can't be: ${problem}` });
  });

const cover = z.strictObject({
  file: z.string().min(1, 'is empty').max(500, 'is longer than 500 letters: no path is'),
  alt: upTo(500, 'it is read aloud to those who do not see the photo').default(''),
  caption: upTo(1000, 'it stands under the photo').default(''),
  credit: upTo(200, 'it is a name').default(''),
});

/** A headline, an id or a slug; an id may be written as a number. */
const pick = z.union([z.int().transform(String), text(500, 'it is a headline')], {
  error: 'must be a headline, an id or a slug, between quotes',
});

const fields = z.strictObject({
  title: text(300, 'a headline is one sentence'),
  category,
  type: z.enum(['news', 'feature', 'photo', 'video', 'opinion']).default('news'),
  publishedAt: instant.optional(),
  updatedAt: instant.optional(),
  agency: text(30, 'it is the short name before the sapo, such as TTTĐ').optional(),
  sapo: upTo(2000, 'it is the lead, one paragraph'),
  authors: z
    .array(text(100, 'it is one name'))
    .max(20, 'has more than 20 names: a page has one line for them')
    .default([]),
  tags: z
    .array(text(80, 'it is a few words'))
    .max(20, 'has more than 20 tags: more help nobody to find the article')
    .default([]),
  topic: text(150, 'it is the name of a running story').optional(),
  related: z
    .array(pick)
    .max(5, 'has more than 5 links: the page has room for five under the sapo')
    .default([]),
  cover: cover.optional(),
  sourceId: text(200, 'it is a key').optional(),
});

/** What front matter may say (DESIGN section 6), cleaned; each limit says why it is what it is. */
export const frontMatter = fields.superRefine((values, context) => {
  const refuse = (key: keyof typeof values, message: string) =>
    context.addIssue({ code: 'custom', path: [key], message });
  const { publishedAt, updatedAt } = values;
  if (publishedAt && values.sapo === '') refuse('sapo', 'is empty: only a draft may be without it');
  if (updatedAt && !publishedAt) refuse('updatedAt', 'stands without publishedAt; a draft has neither');
  if (updatedAt && publishedAt && updatedAt < publishedAt) refuse('updatedAt', 'is before publishedAt');
});

export type FrontMatter = z.infer<typeof frontMatter>;
export const frontMatterKeys = Object.keys(fields.shape);
