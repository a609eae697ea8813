import type { Body } from '#lib/body/blocks.ts';
import { mapBoxed } from '#lib/body/boxes.ts';
import { cleanBody } from '#lib/body/clean-body.ts';
import type { Transaction } from '#lib/db.ts';

/**
 * The articles given, each by a name that leads to it alone in any database: its headline where no other article has
 * the same, else its sourceId. One that has neither, or is withdrawn, is left out.
 */
export async function articleNames(tx: Transaction, ids: number[]): Promise<Map<number, string>> {
  const articles = await tx.article.findMany({
    where: { id: { in: ids }, status: { not: 'withdrawn' } },
    select: { id: true, title: true, sourceId: true },
  });
  const titles = [...new Set(articles.map((article) => article.title))];
  const shared = await tx.article.groupBy({
    by: ['title'],
    where: { title: { in: titles } },
    having: { title: { _count: { gt: 1 } } },
  });
  const twice = new Set(shared.map(({ title }) => title));
  const names = articles.map(({ id, title, sourceId }) => [id, twice.has(title) ? sourceId : title] as const);
  return new Map(names.filter((pair): pair is readonly [number, string] => pair[1] !== null));
}

/** The picks of the articles given, as `articleNames` names them. */
export async function relatedNames(tx: Transaction, articleIds: number[]): Promise<Map<number, string[]>> {
  const picks = await tx.relatedPick.findMany({
    where: { articleId: { in: articleIds } },
    orderBy: [{ articleId: 'asc' }, { position: 'asc' }],
    select: { articleId: true, pickedId: true },
  });
  const known = await articleNames(tx, [...new Set(picks.map((pick) => pick.pickedId))]);
  const names = new Map<number, string[]>();
  for (const { articleId, pickedId } of picks) {
    const name = known.get(pickedId);
    if (name !== undefined) names.set(articleId, [...(names.get(articleId) ?? []), name]);
  }
  return names;
}

/** A body as a file says it: the articles of its boxes by name. Those without one are left out. */
export function withNamedBoxes(body: Body, names: ReadonlyMap<number, string>): Body {
  const named = mapBoxed(body, ({ id, title }) => ({
    id: null,
    title: id === null ? title : (names.get(id) ?? ''),
  }));
  return cleanBody(named);
}
