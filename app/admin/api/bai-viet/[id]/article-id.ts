import { z } from 'zod';
import { Missing } from '#lib/site/problems.ts';

/** What Next gives a route below an article's address. */
export interface ArticleContext {
  params: Promise<{ id: string }>;
}

const articleId = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(z.int().max(2_147_483_647));

/** @throws Missing where the address names no article */
export async function articleIdOf({ params }: ArticleContext): Promise<number> {
  const parsed = articleId.safeParse((await params).id);
  if (!parsed.success) throw new Missing();
  return parsed.data;
}
