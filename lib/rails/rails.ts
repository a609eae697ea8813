import type { Transaction } from '#lib/db.ts';
import { listCandidates } from './candidates.ts';
import { countTerms, readCounts, tagTerm } from './counts.ts';
import { lockRails } from './lock.ts';
import { type Entry, entriesOf, type Rail, sameRail, withArticle, withoutArticle } from './rail.ts';
import { readStanding, readTexts, type Standing } from './read-compared.ts';
import { type Compared, scoreOf } from './score.ts';
import { chooseTerms, rarity, type Text, termsOf } from './terms.ts';
import { forgetTerms, writeRail, writeRelated } from './write.ts';

// "Đọc thêm" of an article, computed when it is published or changed, and kept.

/** Related articles that are kept: as many again as are shown, for those that are withdrawn later. */
const kept = 20;

interface Options {
  /** Whether its words are counted among those that tell what is rare. */
  count: boolean;
}

/** An article ready to be compared, and how rare each of its tags is, from 0 to 1. */
interface Known {
  article: Compared;
  tagRarity: (tagId: number) => number;
}

/** Chooses what an article is known by. */
async function know(tx: Transaction, article: Compared, text: Text, count: boolean): Promise<Known> {
  const said = termsOf(text);
  const terms = [...said.keys(), ...article.tagIds.map(tagTerm)];
  const { counted, articles } = await (count ? countTerms(tx, [terms]) : readCounts(tx, terms));
  const rarest = rarity(0, counted) || 1;
  return {
    article: { ...article, profile: chooseTerms(said, articles, counted) },
    tagRarity: (id) => rarity(articles.get(tagTerm(id)) ?? 0, counted) / rarest,
  };
}

type Related = Entry & { other: Compared };

/** The related ones among these, best first; of two alike the newer. */
function rank({ article, tagRarity }: Known, others: readonly Compared[]): Related[] {
  return others
    .map((other) => ({ id: other.id, score: scoreOf(article, other, tagRarity), other }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.other.publishedAt.getTime() - a.other.publishedAt.getTime())
    .slice(0, kept);
}

/** What would stand in the rail of an article that is still being written, best first; nothing is kept. */
export async function tryRail(
  tx: Transaction,
  draft: Omit<Compared, 'profile'>,
  text: Text,
): Promise<number[]> {
  const known = await know(tx, { ...draft, profile: { terms: [], weights: [] } }, text, false);
  const candidates = await listCandidates(tx, known.article, known.tagRarity);
  return rank(known, await readStanding(tx, candidates)).map(({ id }) => id);
}

/**
 * Takes the article into the rails of those related to it, where it belongs among what is shown there: a reader of
 * yesterday's article finds today's. What it was taken out of or into is written.
 * @returns the articles whose rails changed
 */
async function takeInto(
  tx: Transaction,
  article: Compared,
  others: readonly Standing[],
  tagRarity: (id: number) => number,
): Promise<number[]> {
  const changed: { id: number; rail: Rail }[] = [];
  for (const other of others) {
    const before = other.rail;
    if (!before) continue;
    const score = scoreOf(other, article, tagRarity);
    const rail = withArticle(withoutArticle(before, article.id), { id: article.id, score }, kept);
    if (!sameRail(rail, before)) changed.push({ id: other.id, rail });
  }
  await writeRelated(tx, changed);
  return changed.map(({ id }) => id);
}

/**
 * Computes what stands in an article's "Đọc thêm", and takes it into the rails of older articles: of the related ones,
 * at most twice as many as are kept. An article that readers do not have is left as it is.
 * @param options  `count: false` where its words were counted before
 * @returns the articles whose rails are others now, itself among them
 */
export async function settleRail(
  tx: Transaction,
  id: number,
  options: Options = { count: true },
): Promise<number[]> {
  // Of two articles that go out at the same moment, the second finds the first; and no two wait for each other's rows.
  await lockRails(tx);
  const [found] = await readStanding(tx, [id]);
  if (!found) return [];
  const own = found.rail;
  const text = (await readTexts(tx, [id])).get(id) ?? { title: '', sapo: '', body: '' };
  const known = await know(tx, found, text, options.count && !own);
  const { article, tagRarity } = known;
  const before = own?.relatedIds ?? [];
  const candidates = await listCandidates(tx, article, tagRarity);
  const others = await readStanding(
    tx,
    [...new Set([...candidates, ...before])].filter((one) => one !== id),
  );
  const related = rank(known, others);
  if (own) await forgetTerms(tx, id);
  await writeRail(tx, article, entriesOf(related));
  const near = new Set(related.map((one) => one.id));
  // Those it stood with before may have it in their rails still.
  const touched = others.filter((other) => near.has(other.id) || before.includes(other.id));
  return [id, ...(await takeInto(tx, article, touched, tagRarity))];
}
