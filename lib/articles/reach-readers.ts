import type { Transaction } from '#lib/db.ts';
import { railTag } from '#lib/page-cache/tags.ts';
import { settleRail } from '#lib/rails/rails.ts';
import { indexArticles } from './search-index.ts';
import { tellEngines } from './tell-engines.ts';
import { type Footprint, readFootprint, tagsTouchedBy } from './touched.ts';

/**
 * What follows from a step of an article, in its transaction: the search finds what readers can read and nothing else,
 * search engines are told, its related articles are found. These last of all, for whoever computes them keeps others from
 * it until the end; an article that is withdrawn leaves every rail by its own tag.
 * @param before  the article as it stood before the step
 * @returns the tags of all pages that show something else now
 */
export async function reachReaders(tx: Transaction, before: Footprint, now: Date): Promise<string[]> {
  const after = await readFootprint(tx, before.id);
  const tags = tagsTouchedBy(before, after);
  if (!before.isPublic && !after.isPublic) return tags;
  await tellEngines(tx, before, after, now);
  await indexArticles(tx, [after.id]);
  const railed = after.isPublic ? await settleRail(tx, after.id) : [];
  return [...tags, ...railed.filter((id) => id !== after.id).map(railTag)];
}
