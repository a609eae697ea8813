import { db } from '#lib/db.ts';
import { type TermKind, termOf } from '#lib/words/terms.ts';
import { type Candidate, look, type Narrowing } from './look.ts';
import { type Query, tellingWords, type WantedWord } from './query.ts';
import type { Vocabulary } from './rarity.ts';
import { type Scorable, type Scored, scoreArticle } from './score.ts';

// Which articles a query finds, and in what order. The index gives candidates, their texts decide.

/** So many are counted and can be paged through; beyond, the page says that there are more. */
const mostCounted = 1000;
/** So many texts are compared with the query; those after them follow by date. */
const mostRanked = 45;
/** Of those that come near, so many of the newest of each kind. */
const mostNear = 20;
/** Where fewer have all the words, articles that come near it follow. */
const enough = 20;
/**
 * Near ones are looked for in so many of the newest quarters: what every second article has in any order costs most where
 * hardly any has all of it.
 */
const nearQuarters = 8;
/** Of the words, so many are left out in turn: those that the fewest articles have, for these are missing elsewhere. */
const mostLeftOut = 3;
/** Of what a near one must have, by the weight of the words. */
const leastShare = 0.5;

/** What was found, in its order. */
export interface Found {
  articles: { id: number; closeness: Scored['closeness'] }[];
  /** How many have all the words. */
  total: number;
  isMore: boolean;
}

interface Finding {
  narrowing: Narrowing;
  order: 'best' | 'newest';
  vocabulary: Vocabulary;
  now: Date;
}

const wordTerms = (kind: TermKind, words: readonly WantedWord[]) =>
  words.map((word) => termOf(kind, word.plain));

const asTyped = (words: readonly WantedWord[]) =>
  words.map((word) => termOf(word.isMarked ? 'marked' : 'word', word.text));

/** Neighbours in the query, but for those beside a word that tells nothing: such pairs are not in the index. */
function pairTerms(kind: 'pair' | 'headPair', words: readonly WantedWord[]): number[] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index];
    return before && !before.isFunction && !word.isFunction
      ? [termOf(kind, `${before.plain} ${word.plain}`)]
      : [];
  });
}

const quotedTerms = (query: Query) => query.phrases.flatMap((phrase) => pairTerms('pair', phrase));

/** Of very many, those whose texts are compared: with the words in their heads, with the words beside each other, the newest. */
async function chooseBest(query: Query, narrowing: Narrowing, all: Candidate[]): Promise<Candidate[]> {
  const words = tellingWords(query.words);
  const required = [...asTyped(words), ...quotedTerms(query)];
  const inHead = [...required, ...wordTerms('headWord', words)];
  const [headPairs, pairs] = [pairTerms('headPair', query.words), pairTerms('pair', query.words)];
  const part = Math.floor(mostRanked / 3);
  const sets = [
    ...(headPairs.length > 0 ? [[...inHead, ...headPairs]] : []),
    inHead,
    ...(pairs.length > 0 ? [[...required, ...pairs]] : []),
  ];
  const found = await Promise.all(sets.map((set) => look([set], narrowing, part)));
  const chosen = new Map([...found.flat(), ...all].map((one) => [one.id, one]));
  return [...chosen.values()].slice(0, mostRanked);
}

/** With other marks than were typed. */
async function withOtherMarks(query: Query, narrowing: Narrowing): Promise<Candidate[]> {
  const words = tellingWords(query.words);
  if (!words.some((word) => word.isMarked)) return [];
  return await look([[...wordTerms('word', words), ...quotedTerms(query)]], narrowing, mostNear);
}

/** With all words but one, or two of them beside each other in the head. */
async function withSome(query: Query, { narrowing, vocabulary }: Finding): Promise<Candidate[]> {
  const words = tellingWords(query.words).slice(0, 10);
  if (words.length < 2) return [];
  const kind = words.length === 2 ? 'headWord' : 'word';
  const rarest = words.toSorted((a, b) => vocabulary.articlesWith(a) - vocabulary.articlesWith(b));
  const allButOne = rarest.slice(0, mostLeftOut).map((left) => words.filter((word) => word !== left));
  const pairs = pairTerms('headPair', query.words)
    .slice(0, 10)
    .map((pair) => [pair]);
  const sets = [...allButOne.map((some) => wordTerms(kind, some)), ...pairs];
  return await look(
    sets.map((set) => [...set, ...quotedTerms(query)]),
    narrowing,
    mostNear,
    nearQuarters,
  );
}

async function readTexts(candidates: readonly Candidate[]): Promise<Scorable[]> {
  const ids = candidates.map((one) => one.id);
  return await db().$queryRaw<Scorable[]>`
    SELECT article_id AS id, published_at AS at, text FROM search_entry WHERE article_id = ANY(${ids}::int[])`;
}

const ranks = { all: 0, otherMarks: 1, some: 2 } as const;

const isNear = ({ closeness, share }: Scored) =>
  closeness !== null && (closeness !== 'some' || share >= leastShare);

function inOrder(order: 'best' | 'newest') {
  return (a: Scored, b: Scored) =>
    ranks[a.closeness ?? 'some'] - ranks[b.closeness ?? 'some'] ||
    (order === 'best' ? b.score - a.score : 0) ||
    b.at.getTime() - a.at.getTime() ||
    b.id - a.id;
}

/** Articles that have all the words; where these are few, then those that come near. */
export async function findArticles(query: Query, finding: Finding): Promise<Found> {
  const { narrowing, order, vocabulary, now } = finding;
  const all = await look(
    [[...asTyped(tellingWords(query.words)), ...quotedTerms(query)]],
    narrowing,
    mostCounted + 1,
  );
  const isMore = all.length > mostCounted;
  const counted = all.slice(0, mostCounted);
  const asFound = (list: readonly Candidate[]) => list.map(({ id }) => ({ id, closeness: 'all' as const }));
  if (query.words.length === 0 || (all.length > mostRanked && order === 'newest')) {
    return { articles: asFound(counted), total: counted.length, isMore };
  }
  const isMany = all.length > mostRanked;
  const near =
    all.length < enough
      ? await Promise.all([withOtherMarks(query, narrowing), withSome(query, finding)])
      : [];
  const chosen = isMany ? await chooseBest(query, narrowing, counted) : [...all, ...near.flat()];
  const texts = await readTexts([...new Map(chosen.map((one) => [one.id, one])).values()]);
  const scored = texts
    .map((text) => scoreArticle(text, query, vocabulary.rarity, now))
    .filter(isNear)
    .sort(inOrder(order));
  const known = new Set(texts.map((one) => one.id));
  const others = isMany ? asFound(counted.filter(({ id }) => !known.has(id))) : [];
  const articles = [...scored.map(({ id, closeness }) => ({ id, closeness })), ...others].slice(
    0,
    mostCounted,
  );
  const total = isMany ? counted.length : scored.filter(({ closeness }) => closeness === 'all').length;
  return { articles, total, isMore };
}
