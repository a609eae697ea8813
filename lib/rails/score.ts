import type { Profile } from './terms.ts';

/** What of an article is compared with another. */
export interface Compared {
  id: number;
  publishedAt: Date;
  categoryId: number | null;
  /** The section at the top of the tree. */
  topCategoryId: number | null;
  topicId: number | null;
  tagIds: readonly number[];
  profile: Profile;
}

/** How much each bond counts. Chosen by `npm run bench -- related`, on two thirds of its articles. */
export interface Weights {
  topic: number;
  /** For a shared tag as rare as they come; a common one counts less. */
  tag: number;
  /** For two articles of the very same terms. */
  text: number;
  category: number;
  topCategory: number;
  /** The part of a score that age takes away in the end. */
  freshness: number;
  halfLifeDays: number;
  /** Below this nothing is called related: the section's newest say more. */
  least: number;
}

export const weights: Weights = {
  topic: 3,
  tag: 1.5,
  text: 20,
  category: 0.6,
  topCategory: 0.2,
  freshness: 0.3,
  halfLifeDays: 60,
  least: 0.3,
};

const dayMs = 24 * 60 * 60 * 1000;

const byTerm = new WeakMap<Profile, Map<string, number>>();

/** The weights of a profile by its terms; made once, for one article is compared with many. */
function weightsOf(profile: Profile): Map<string, number> {
  let found = byTerm.get(profile);
  if (!found) {
    found = new Map(profile.terms.map((term, index) => [term, profile.weights[index] ?? 0]));
    byTerm.set(profile, found);
  }
  return found;
}

function likeness(article: Profile, other: Profile): number {
  const known = weightsOf(article);
  return other.terms.reduce(
    (sum, term, index) => sum + (other.weights[index] ?? 0) * (known.get(term) ?? 0),
    0,
  );
}

/**
 * How related `other` is to an article, or 0. The same whenever it is asked: freshness is how much older than the article
 * the other one is; what came after it is fresh.
 * @param tagRarity  of a tag, from 0 (on every article) to 1
 */
export function scoreOf(
  article: Compared,
  other: Compared,
  tagRarity: (tagId: number) => number,
  by: Weights = weights,
): number {
  const shared = article.tagIds.filter((id) => other.tagIds.includes(id));
  const bond =
    (article.topicId !== null && article.topicId === other.topicId ? by.topic : 0) +
    shared.reduce((sum, id) => sum + by.tag * tagRarity(id), 0) +
    by.text * likeness(article.profile, other.profile);
  if (bond < by.least) return 0;
  const sameSection =
    article.categoryId !== null && article.categoryId === other.categoryId
      ? by.category
      : article.topCategoryId !== null && article.topCategoryId === other.topCategoryId
        ? by.topCategory
        : 0;
  const ageDays = Math.max(0, article.publishedAt.getTime() - other.publishedAt.getTime()) / dayMs;
  return (bond + sameSection) * (1 - by.freshness * (1 - 2 ** (-ageDays / by.halfLifeDays)));
}
