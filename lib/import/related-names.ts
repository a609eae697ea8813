import type { Transaction } from '#lib/db.ts';

/**
 * The picks of the articles given, each by a name that leads to that article alone in any database: its headline where
 * no other article has the same, else its sourceId. A pick that has neither, or is withdrawn, is left out.
 */
export async function relatedNames(tx: Transaction, articleIds: number[]): Promise<Map<number, string[]>> {
  const picks = await tx.relatedPick.findMany({
    where: { articleId: { in: articleIds }, picked: { status: { not: 'withdrawn' } } },
    orderBy: [{ articleId: 'asc' }, { position: 'asc' }],
    select: { articleId: true, picked: { select: { title: true, sourceId: true } } },
  });
  const titles = [...new Set(picks.map((pick) => pick.picked.title))];
  const shared = await tx.article.groupBy({
    by: ['title'],
    where: { title: { in: titles } },
    having: { title: { _count: { gt: 1 } } },
  });
  const twice = new Set(shared.map(({ title }) => title));
  const names = new Map<number, string[]>();
  for (const { articleId, picked } of picks) {
    const name = twice.has(picked.title) ? picked.sourceId : picked.title;
    if (name !== null) names.set(articleId, [...(names.get(articleId) ?? []), name]);
  }
  return names;
}
