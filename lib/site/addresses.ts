import { z } from 'zod';
import { cleanLine } from './text.ts';

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
const olderPage = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number)
  .pipe(z.number().min(2));

function read<T>(schema: z.ZodType<T>, value: string | undefined): T | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export const readSlug = (value: string | undefined): string | null => read(slug, value);
export const readArticleId = (value: string | undefined): number | null => read(articleId, value);
/** The number in /trang/{n}: 2 or more; the first page has the list's own address. */
export const readOlderPage = (value: string | undefined): number | null => read(olderPage, value);

/** Longer than any headline; what follows is cut, so that no query costs more than a sentence. */
const longestQuery = 200;

/** What was asked for, from the address: decoded where it can be, cleaned, cut. */
export function readQuery(value: string): string {
  let text = value;
  try {
    text = decodeURIComponent(value);
  } catch {
    // A lone "%" is text like any other.
  }
  return cleanLine(text).slice(0, longestQuery);
}
