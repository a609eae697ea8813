import type { Transaction } from '#lib/db.ts';
import { articleTag, missingTag, siteTag } from '#lib/page-cache/tags.ts';
import { sendAt } from '#lib/queue/send.ts';
import { withoutMarks } from '#lib/site/text.ts';
import type { Kind } from './kind.ts';

// What a change of names means for the articles they hang on.

/** Beyond this many articles it is less work to make all pages anew. */
const mostPages = 1000;

/** The tags of all pages that show one of these: their own, and every published article they hang on. */
export async function pagesShowing(tx: Transaction, kind: Kind, ids: readonly number[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT article.id FROM (${kind.uses}) AS uses JOIN article ON article.id = uses.article_id
    WHERE uses.named_id = ANY(${[...ids]}) AND article.status = 'published' LIMIT ${mostPages + 1}`;
  const articles = rows.length > mostPages ? [siteTag] : rows.map(({ id }) => articleTag(id));
  return [missingTag, ...ids.map(kind.pageTag), ...articles];
}

/**
 * Keeps the articles of these from being saved until the transaction ends. Comes before anything else is held: whoever
 * saves an article holds it first and its tags second, too.
 */
export async function holdArticles(tx: Transaction, kind: Kind, ids: readonly number[]): Promise<void> {
  await tx.$executeRaw`
    SELECT id FROM article WHERE id IN (SELECT article_id FROM (${kind.uses}) AS uses WHERE named_id = ANY(${[...ids]}))
    ORDER BY id FOR NO KEY UPDATE`;
}

/** The newsroom's and the readers' search find articles by the names of their tags and bylines. */
export async function renameInSearch(
  tx: Transaction,
  kind: Kind,
  { id, name: before }: { id: number; name: string },
  after: string,
): Promise<void> {
  if (!kind.isWrittenByName) return;
  await tx.$executeRaw`
    INSERT INTO search_waiting (article_id)
      SELECT DISTINCT article.id FROM (${kind.uses}) AS uses JOIN article ON article.id = uses.article_id
      WHERE uses.named_id = ${id} AND article.status = 'published'
    ON CONFLICT DO NOTHING`;
  await sendAt(tx, 'index-articles', {}, new Date());
  const [from, to] = [withoutMarks(before), withoutMarks(after)];
  if (from === to) return;
  await tx.$executeRaw`
    UPDATE article SET search_text = btrim(
      replace(E'\n' || search_text || E'\n', E'\n' || ${from} || E'\n', E'\n' || ${to} || E'\n'), E'\n')
    WHERE id IN (SELECT article_id FROM (${kind.uses}) AS uses WHERE named_id = ${id})`;
}
