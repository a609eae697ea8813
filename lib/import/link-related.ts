import { db, type Transaction } from '#lib/db.ts';
import { siteTag } from '#lib/page-cache/tags.ts';
import { type FindPicked, readPicked } from './find-picked.ts';
import { lockImports } from './lock-imports.ts';
import type { ImportContext, SavedArticle } from './save-article.ts';

/** An article of this run, and the picks that its file names. */
export interface PickingArticle extends SavedArticle {
  related: string[];
}

/** What became of an article's picks. */
export interface LinkedArticle {
  id: number;
  /** Whether readers see other picks than before. */
  changed: boolean;
  /** Names that lead to no article. */
  missing: string[];
}

const action = 'import.related';
const mostPicks = 5;

/** The picks that could not be linked when the article was last imported. */
async function missedBefore(tx: Transaction, articleId: number): Promise<string[]> {
  const last = await tx.auditEntry.findFirst({
    where: { subjectType: 'article', subjectId: articleId, action },
    orderBy: { id: 'desc' },
    select: { details: true },
  });
  const details = last?.details;
  const missing = details && typeof details === 'object' && 'missing' in details ? details['missing'] : null;
  return Array.isArray(missing) ? missing.filter((name) => typeof name === 'string') : [];
}

function idsOf(names: string[], articleId: number, find: FindPicked): number[] {
  const ids = names.map((name) => find(name, articleId)).filter((id) => typeof id === 'number');
  return [...new Set(ids)];
}

/**
 * The picks that an article gets. One whose file is new gets what the file names. One whose file has not changed keeps
 * what it has, for an editor may have chosen otherwise since, and gets only what was missing when it was imported.
 */
async function picksFor(tx: Transaction, article: PickingArticle, current: number[], find: FindPicked) {
  const named = idsOf(article.related, article.id, find);
  if (article.outcome !== 'unchanged') return named.slice(0, mostPicks);
  const found = idsOf(await missedBefore(tx, article.id), article.id, find);
  const place = (id: number) => (named.includes(id) ? named.indexOf(id) : named.length);
  const all = [...new Set([...current, ...found])].slice(0, mostPicks);
  return found.length > 0 ? all.toSorted((a, b) => place(a) - place(b)) : current;
}

async function linkArticle(
  article: PickingArticle,
  find: FindPicked,
  context: ImportContext,
): Promise<LinkedArticle> {
  const { id } = article;
  const missing = article.related.filter((name) => find(name, id) === null);
  return await db().$transaction(
    async (tx) => {
      await lockImports(tx);
      const rows = await tx.relatedPick.findMany({
        where: { articleId: id },
        orderBy: { position: 'asc' },
        select: { pickedId: true },
      });
      const current = rows.map((row) => row.pickedId);
      const picks = await picksFor(tx, article, current, find);
      const changed = picks.join() !== current.join();
      if (changed) {
        await tx.relatedPick.deleteMany({ where: { articleId: id } });
        const data = picks.map((pickedId, index) => ({ articleId: id, pickedId, position: index + 1 }));
        await tx.relatedPick.createMany({ data });
        await tx.article.update({ where: { id }, data: { updatedAt: context.now } });
        await tx.outbox.create({ data: { reason: 'import', tags: [siteTag] } });
      }
      if (changed || article.outcome !== 'unchanged') {
        const details = { picks, missing };
        await tx.auditEntry.create({
          data: {
            at: context.now,
            actorId: context.actor,
            action,
            subjectType: 'article',
            subjectId: id,
            details,
          },
        });
      }
      return { id, changed, missing };
    },
    { maxWait: 30_000, timeout: 60_000 },
  );
}

/**
 * Links the picks of all articles of a run, once every one of them has been saved. Each article's picks change in one
 * transaction.
 */
export async function linkRelated(
  articles: PickingArticle[],
  context: ImportContext,
): Promise<LinkedArticle[]> {
  const picking = articles.filter((each) => each.related.length > 0 || each.outcome === 'changed');
  const find = await readPicked(
    db(),
    picking.flatMap((each) => each.related),
  );
  const linked: LinkedArticle[] = [];
  for (const article of picking) linked.push(await linkArticle(article, find, context));
  return linked;
}
