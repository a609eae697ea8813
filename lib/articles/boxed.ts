import type { Transaction } from '#lib/db.ts';
import { articlePath } from '#lib/site/urls.ts';
import { isPublic } from './card.ts';
import type { NamedLink } from './types.ts';

/** The articles in the boxes of a body as they are called now; those that readers can't read are not among them. */
export async function readBoxed(tx: Transaction, ids: number[]): Promise<Record<number, NamedLink>> {
  if (ids.length === 0) return {};
  const rows = await tx.article.findMany({
    where: { id: { in: ids }, ...isPublic },
    select: { id: true, title: true, slug: true },
  });
  return Object.fromEntries(
    rows.map(({ id, title, slug }) => [id, { name: title, href: articlePath(slug, id) }]),
  );
}
