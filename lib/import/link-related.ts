import { isDeepStrictEqual } from 'node:util';
import { body as bodySchema } from '#lib/body/blocks.ts';
import { boxedArticles, mapBoxed } from '#lib/body/boxes.ts';
import { db, type Transaction } from '#lib/db.ts';
import { siteTag } from '#lib/page-cache/tags.ts';
import { type FindPicked, readPicked } from './find-picked.ts';
import { lockImports } from './lock-imports.ts';
import type { ImportContext, SavedArticle } from './save-article.ts';

/** An article of this run, and the others that its file names: as picks, and in boxes of the body. */
export interface PickingArticle extends SavedArticle {
  related: string[];
  boxed: string[];
}

/** What became of an article's picks and boxes. */
export interface LinkedArticle {
  id: number;
  /** Whether readers see others than before. */
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

/** Finds those of the boxes that were not found before; gives whether there were any. */
async function linkBoxes(tx: Transaction, { id, boxed }: PickingArticle, find: FindPicked): Promise<boolean> {
  if (boxed.length === 0) return false;
  const row = await tx.article.findUniqueOrThrow({ where: { id }, select: { body: true } });
  const before = bodySchema.parse(row.body);
  const found = boxedArticles(before).flatMap(({ id: known, title }) => {
    const picked = known === null ? find(title, id) : null;
    return typeof picked === 'number' ? [[title, picked] as const] : [];
  });
  const ids = new Map(found);
  const headlines = await tx.article.findMany({
    where: { id: { in: [...ids.values()] } },
    select: { id: true, title: true },
  });
  const body = mapBoxed(
    before,
    (article) =>
      (article.id === null && headlines.find(({ id: one }) => one === ids.get(article.title))) || article,
  );
  if (isDeepStrictEqual(before, body)) return false;
  await tx.article.update({ where: { id }, data: { body } });
  return true;
}

async function linkArticle(
  article: PickingArticle,
  find: FindPicked,
  context: ImportContext,
): Promise<LinkedArticle> {
  const { id } = article;
  const named = [...new Set([...article.related, ...article.boxed])];
  const missing = named.filter((name) => find(name, id) === null);
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
      const newPicks = picks.join() !== current.join();
      const changed = (await linkBoxes(tx, article, find)) || newPicks;
      if (newPicks) {
        await tx.relatedPick.deleteMany({ where: { articleId: id } });
        const data = picks.map((pickedId, index) => ({ articleId: id, pickedId, position: index + 1 }));
        await tx.relatedPick.createMany({ data });
      }
      if (changed) {
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
 * Links the picks and boxes of all articles of a run, once every one of them has been saved. Each article changes in
 * one transaction.
 */
export async function linkRelated(
  articles: PickingArticle[],
  context: ImportContext,
): Promise<LinkedArticle[]> {
  const picking = articles.filter(
    (each) => each.related.length + each.boxed.length > 0 || each.outcome === 'changed',
  );
  const find = await readPicked(
    db(),
    picking.flatMap((each) => [...each.related, ...each.boxed]),
  );
  const linked: LinkedArticle[] = [];
  for (const article of picking) linked.push(await linkArticle(article, find, context));
  return linked;
}
