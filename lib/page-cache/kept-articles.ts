import { isKeeping, isStillTrue, type KeepOptions } from './kept-read.ts';
import { moment } from './store.ts';
import { articleTag, siteTag } from './tags.ts';

interface KeptArticle {
  value: unknown;
  tags: string[];
  /** When it was read, by the store's clock. */
  since: number;
}

// Each of Next's bundles has a copy of this module.
const shared = globalThis as typeof globalThis & { toasoanKeptArticles?: Map<string, KeptArticle> };
shared.toasoanKeptArticles ??= new Map();
const kept = shared.toasoanKeptArticles;

/** The newest of each section, tag and story fit in, a kilobyte or two each. Who was asked for longest ago makes room. */
const mostKept = 2000;

function keep(key: string, article: KeptArticle): void {
  kept.delete(key);
  kept.set(key, article);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}

/**
 * What lists show of articles, article by article: after a publication the pages that list it read that one anew, and have
 * the others. One that readers do not have is not kept. Whoever shows them carries their tags.
 * @param name  the read's own in the whole program
 * @param read  those of these that there are, in any order
 */
export async function keptOfArticles<T extends { id: number }>(
  name: string,
  ids: readonly number[],
  read: (ids: number[]) => Promise<T[]>,
  options: KeepOptions = {},
): Promise<Map<number, T>> {
  const isKept = isKeeping(options);
  const now = moment();
  const values = new Map<number, T>();
  for (const id of isKept ? ids : []) {
    const known = kept.get(`${name}:${id}`);
    if (!known || !isStillTrue(known, now)) continue;
    keep(`${name}:${id}`, known);
    values.set(id, known.value as T);
  }
  const missing = ids.filter((id) => !values.has(id));
  for (const value of missing.length > 0 ? await read(missing) : []) {
    values.set(value.id, value);
    if (isKept) keep(`${name}:${value.id}`, { value, tags: [siteTag, articleTag(value.id)], since: now });
  }
  return values;
}
