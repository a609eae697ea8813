import { z } from 'zod';
import { cardSelect, isPublic, newestFirst, toCard } from '#lib/articles/card.ts';
import type { ArticleCard } from '#lib/articles/types.ts';
import { db } from '#lib/db.ts';
import { cleanLine, withoutMarks } from '#lib/site/text.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import type { Prisma } from '#prisma/generated/client.ts';

const most = 12;

export const findInput = z.strictObject({ text: z.string().max(300) });

/** The number in an article's address, or typed by itself; null where it is neither. */
function numberIn(text: string): number | null {
  const found = /^(?:\S*-)?(\d{1,9})(?:\.html\S*)?$/.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** The newest articles that hold all these words, or words that begin so. */
async function withWords(words: readonly string[]): Promise<number[]> {
  const wanted = words.map((word) => `${word}:*`).join(' & ');
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT id FROM article
    WHERE status = 'published' AND to_tsvector('simple', search_text) @@ to_tsquery('simple', ${wanted})
    ORDER BY first_published_at DESC, id DESC LIMIT ${most}`;
  return rows.map((row) => row.id);
}

async function listCards(where: Prisma.ArticleWhereInput): Promise<ArticleCard[]> {
  const rows = await db().article.findMany({
    where: { ...where, ...isPublic },
    orderBy: newestFirst,
    take: most,
    select: cardSelect,
  });
  return rows.map(toCard);
}

/**
 * Published articles for a front or for the breaking news: the one with this number or address, or those with these words
 * or beginnings of words (marks may be left out); of no text the newest.
 * @throws NotAllowed for those who arrange no front
 */
export async function findForFront(
  actor: Actor,
  { text }: z.infer<typeof findInput>,
): Promise<ArticleCard[]> {
  // Whoever arranges the front page or announces breaking news arranges sections too.
  demand(actor, 'section_front.arrange');
  const line = cleanLine(text.toWellFormed());
  const number = numberIn(line);
  const byNumber = number === null ? [] : await listCards({ id: number });
  if (byNumber.length > 0) return byNumber;
  const words = withoutMarks(line).match(/[\p{L}\p{N}]+/gu) ?? [];
  return await listCards(words.length > 0 ? { id: { in: await withWords(words) } } : {});
}
