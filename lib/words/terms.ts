import { plain } from './fold.ts';
import { isFunctionWord } from './function-words.ts';

// What the search's index holds of an article: numbers, each for a word (or two that stand together) in the quarter of
// publication. With the quarter inside the number, the newest articles that have a word are found by looking at the newest
// quarters first, however many have it: nothing is counted or sorted across the whole archive.
//
// A number is 9 bits of quarter and 23 of a hash. Two words of one quarter may share a number: whoever reads the index
// looks at the text of what it found.

export const hashBits = 23;
const firstYear = 1950;
const quarters = 512;

/** What a number may stand for. */
export type TermKind =
  /** Any article. */
  | 'all'
  /** A word without marks, anywhere in the text, or in what stands at its head. */
  | 'word'
  | 'headWord'
  /** A word with the marks it has. */
  | 'marked'
  /** Two words that follow each other, without marks. */
  | 'pair'
  | 'headPair'
  /** A section or byline, by its number. */
  | 'section'
  | 'byline';

const seeds: Record<TermKind, number> = {
  all: 0x1d,
  word: 0x2b,
  headWord: 0x3f,
  marked: 0x47,
  pair: 0x5d,
  headPair: 0x67,
  section: 0x79,
  byline: 0x8b,
};

/** FNV-1a over the letters, its bits mixed once more: the low ones alone are kept. */
function hash(seed: number, text: string): number {
  let h = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h ^= h >>> 13;
  return h & ((1 << hashBits) - 1);
}

/** A term without its quarter: what a query asks for in each of them. */
export const termOf = (kind: TermKind, text: string | number): number => hash(seeds[kind], String(text));

/** Quarters since January 1950 in Viet Nam, within what a term can hold (until 2077; older ones count as the first). */
export function quarterOf(date: Date): number {
  const there = new Date(date.getTime() + 7 * 60 * 60 * 1000);
  const quarter = (there.getUTCFullYear() - firstYear) * 4 + Math.floor(there.getUTCMonth() / 3);
  return Math.min(quarters - 1, Math.max(0, quarter));
}

/** A term in a quarter, as the index holds it: a signed 32-bit number. */
const inQuarter = (quarter: number, term: number): number => (quarter << hashBits) | term;

interface Indexed {
  quarter: number;
  /** Folded lines: headline, sapo, tags, bylines. */
  head: readonly string[];
  /** Folded lines: captions, body. */
  rest: readonly string[];
  sectionId: number;
  bylineIds: readonly number[];
}

/** The kinds that a word and a pair are kept under, in a line at an article's head and elsewhere. */
const kinds = {
  head: { word: ['word', 'headWord'], pair: ['pair', 'headPair'] },
  rest: { word: ['word'], pair: ['pair'] },
} as const;

function addLine(terms: Set<number>, line: string, place: keyof typeof kinds): void {
  const bareWords = plain(line).split(' ');
  const { word: wordKinds, pair: pairKinds } = kinds[place];
  let before = '';
  for (const [index, word] of line.split(' ').entries()) {
    const bare = bareWords[index] ?? '';
    for (const kind of wordKinds) terms.add(termOf(kind, bare));
    if (bare !== word) terms.add(termOf('marked', word));
    const next = isFunctionWord(word) ? '' : bare;
    if (before !== '' && next !== '') {
      for (const kind of pairKinds) terms.add(termOf(kind, `${before} ${next}`));
    }
    before = next;
  }
}

/** All that the index holds of an article, in ascending order. */
export function termsOf({ quarter, head, rest, sectionId, bylineIds }: Indexed): number[] {
  const terms = new Set([termOf('all', ''), termOf('section', sectionId)]);
  for (const id of bylineIds) terms.add(termOf('byline', id));
  for (const line of head) addLine(terms, line, 'head');
  for (const line of rest) addLine(terms, line, 'rest');
  return [...terms].sort((a, b) => a - b).map((term) => inQuarter(quarter, term));
}
