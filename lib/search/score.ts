import { entryFields } from '#lib/articles/search-entry.ts';
import { plain } from '#lib/words/fold.ts';
import { type Query, tellingWords, type WantedWord } from './query.ts';
import type { Closeness } from './types.ts';
import { weights } from './weights.ts';

// How well an article's text fits a query: pure functions over what search_entry keeps. Words are found as strings, not by
// cutting the text into words: hundreds of texts are looked at for each search.

/** An article as it is compared. */
export interface Scorable {
  id: number;
  at: Date;
  /** search_entry.text */
  text: string;
}

export interface Scored {
  id: number;
  at: Date;
  score: number;
  /** Null where it has none of the words, or not what stood in quotes. */
  closeness: Closeness | null;
  /** What its words weigh, of all that was looked for: 0 to 1. */
  share: number;
}

/** A field of an article's text. */
class Field {
  /** Each word between spaces, each line between line feeds: " hòa bình \n ...". */
  readonly text: string;
  readonly weight: number;
  #plain: string | null = null;

  constructor(text: string, weight: number) {
    this.text = text === '' ? '' : ` ${text.replaceAll('\n', ' \n ')} `;
    this.weight = weight;
  }

  /** Without marks; made when it is first asked for, since a word typed with marks is mostly found with them. */
  get plain(): string {
    this.#plain ??= plain(this.text);
    return this.#plain;
  }
}

interface Hits {
  places: number[];
  isExact: boolean;
}

/** More places of one word in a field tell nothing more. */
const mostPlaces = 60;
/** Letters of a syllable and its space: places are told in letters. */
const syllable = 5;

const toFields = (text: string): Field[] =>
  text.split('\t').map((field, index) => {
    const name = entryFields[index];
    return new Field(field, name ? weights.field[name] : 0);
  });

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0 && places.length < mostPlaces; at = text.indexOf(word, at + 1)) {
    places.push(at);
  }
  return places;
}

/** Once the word itself is there, others that differ by their marks are no hits. */
function findWord(field: Field, word: WantedWord): Hits {
  const exact = word.isMarked ? placesOf(field.text, ` ${word.text} `) : [];
  if (exact.length > 0) return { places: exact, isExact: true };
  const places = placesOf(field.plain, ` ${word.plain} `);
  return { places, isExact: !word.isMarked && places.length > 0 };
}

/** The weight of a run of the query's words that follow each other in the field: of the longest one, in words beyond the first. */
function together(words: readonly WantedWord[], hits: readonly Hits[]): number {
  let longest = 0;
  let running = new Map<number, number>();
  for (const [index, word] of words.entries()) {
    const next = new Map<number, number>();
    for (const at of hits[index]?.places ?? []) {
      const length = (running.get(at) ?? 0) + 1;
      longest = Math.max(longest, length);
      next.set(at + word.plain.length + 1, length);
    }
    running = next;
  }
  return Math.max(0, longest - 1);
}

/** 1 where all the words stand side by side, less the further they are apart; 0 where one of them is missing. */
function nearness(words: readonly WantedWord[], hits: readonly Hits[]): number {
  if (words.length < 2 || hits.some(({ places }) => places.length === 0)) return 0;
  const all = hits
    .flatMap(({ places }, word) => places.map((at) => ({ at, word })))
    .sort((a, b) => a.at - b.at);
  const least = words.reduce((sum, word) => sum + word.plain.length + 1, 0);
  const inside = new Map<number, number>();
  let shortest = Number.POSITIVE_INFINITY;
  let from = 0;
  for (const { at, word } of all) {
    inside.set(word, (inside.get(word) ?? 0) + 1);
    while (inside.size === words.length) {
      const first = all[from];
      if (!first) break;
      shortest = Math.min(shortest, at + syllable - first.at);
      const left = (inside.get(first.word) ?? 0) - 1;
      if (left > 0) inside.set(first.word, left);
      else inside.delete(first.word);
      from++;
    }
  }
  return Math.min(1, least / Math.max(least, shortest));
}

function hasPhrase(fields: readonly Field[], phrase: readonly WantedWord[]): boolean {
  const bare = ` ${phrase.map((word) => word.plain).join(' ')} `;
  return fields.some((field) => {
    for (let at = field.plain.indexOf(bare); at >= 0; at = field.plain.indexOf(bare, at + 1)) {
      const there = field.text.slice(at + 1, at + bare.length - 1).split(' ');
      if (phrase.every((word, index) => !word.isMarked || there[index] === word.text)) return true;
    }
    return false;
  });
}

const weightOf = (word: WantedWord, rarity: ReadonlyMap<string, number>): number =>
  (word.isFunction ? weights.functionWord : 1) * (rarity.get(word.text) ?? 1);

const dayMs = 24 * 60 * 60 * 1000;

function recency(at: Date, now: Date): number {
  const days = Math.max(0, (now.getTime() - at.getTime()) / dayMs);
  return 1 + weights.recency * 0.5 ** (days / weights.recencyDays);
}

/** What one field adds. */
function scoreField(
  field: Field,
  words: readonly WantedWord[],
  hits: readonly Hits[],
  weigh: number[],
): number {
  let sum = 0;
  let weighed = 0;
  for (const [index, { places }] of hits.entries()) {
    if (places.length === 0) continue;
    sum += (weigh[index] ?? 0) * (1 + weights.again * Math.log2(places.length));
    weighed += weigh[index] ?? 0;
  }
  if (sum === 0) return 0;
  const mean = weighed / hits.filter(({ places }) => places.length > 0).length;
  sum += mean * weights.together * together(words, hits) + weighed * weights.near * nearness(words, hits);
  return sum * field.weight;
}

/** How well the article fits; its score is 0 where it has none of the words. */
export function scoreArticle(
  { id, at, text }: Scorable,
  { words, phrases }: Query,
  rarity: ReadonlyMap<string, number>,
  now: Date,
): Scored {
  const fields = toFields(text);
  const weigh = words.map((word) => weightOf(word, rarity));
  const all = weigh.reduce((sum, one) => sum + one, 0) || 1;
  const isFound = words.map(() => false);
  const isExact = words.map(() => false);
  let score = 0;
  for (const [place, field] of fields.entries()) {
    if (field.text === '') continue;
    const hits = words.map((word) => findWord(field, word));
    for (const [index, { places, isExact: exact }] of hits.entries()) {
      isFound[index] ||= places.length > 0;
      isExact[index] ||= places.length > 0 && exact;
    }
    score += scoreField(field, words, hits, weigh);
    if (place === 0) {
      const covered = words.reduce(
        (sum, word, i) => sum + (hits[i]?.places.length ? word.plain.length + 1 : 0),
        0,
      );
      score += weights.wholeTitle * all * Math.min(1, covered / field.text.length);
    }
  }
  const share = weigh.reduce((sum, one, index) => sum + (isFound[index] ? one : 0), 0) / all;
  const telling = new Set(tellingWords(words));
  const every = (flags: readonly boolean[]) => words.every((word, i) => !telling.has(word) || flags[i]);
  const isThere = share > 0 && phrases.every((phrase) => hasPhrase(fields, phrase));
  const closeness = every(isExact) ? 'all' : every(isFound) ? 'otherMarks' : 'some';
  return {
    id,
    at,
    score: (score / all) * share ** 2 * recency(at, now),
    closeness: isThere ? closeness : null,
    share,
  };
}
