import { z } from 'zod';
import { db } from '#lib/db.ts';
import { withoutMarks } from '#lib/site/text.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';

/** So many of the newest that fit are looked at before the best of them are offered. */
const mostCandidates = 300;
const mostOffered = 10;

export const articleQuery = z.strictObject({ query: z.string().max(300) });

/** An article as it is offered to somebody who picks one. */
export interface OfferedArticle {
  id: number;
  title: string;
  section: string;
  publishedAt: Date;
}

/** Every word begins a word of the article, marks and capitals aside; null where there are no words. */
function wordsOf(query: string): string | null {
  const words = withoutMarks(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(' & ');
}

async function newest(): Promise<OfferedArticle[]> {
  return await db().$queryRaw<OfferedArticle[]>`
    SELECT article.id, title, name AS section, first_published_at AS "publishedAt"
    FROM article JOIN category ON category.id = category_id WHERE status = 'published'
    ORDER BY first_published_at DESC, article.id DESC LIMIT ${mostOffered}`;
}

/**
 * Published articles that may be meant by what was typed, for whoever picks one: those whose headline has the words
 * first, then the newest. Before anything is typed, the newest.
 * @throws NotAllowed
 */
export async function suggestArticles(
  actor: Actor,
  { query }: z.infer<typeof articleQuery>,
): Promise<OfferedArticle[]> {
  demand(actor, 'article.create');
  const words = wordsOf(query);
  if (words === null) return await newest();
  return await db().$queryRaw<OfferedArticle[]>`
    WITH wanted AS (SELECT to_tsquery('simple', ${words}) AS words),
      found AS (SELECT article.id, title, slug, category_id, first_published_at FROM article, wanted
        WHERE status = 'published' AND to_tsvector('simple', search_text) @@ words
        ORDER BY first_published_at DESC, article.id DESC LIMIT ${mostCandidates})
    SELECT found.id, title, name AS section, first_published_at AS "publishedAt"
    FROM wanted, found JOIN category ON category.id = category_id
    ORDER BY to_tsvector('simple', replace(found.slug, '-', ' ')) @@ words DESC, first_published_at DESC, found.id DESC
    LIMIT ${mostOffered}`;
}
