import { z } from 'zod';

// What may stand in the parts of a reader's address. Anything else is a page that does not exist.

const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const articleId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
/** Lists are read by offset: beyond this depth no reader goes, and a robot should use the sitemaps. */
const page = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number);

function read<T>(schema: z.ZodType<T>, value: string): T | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export const readSlug = (value: string): string | null => read(slug, value);
export const readArticleId = (value: string): number | null => read(articleId, value);
/** The number of a list's page; 1 where the address names none. */
export const readPage = (value: string | undefined): number | null =>
  value === undefined ? 1 : read(page, value);
