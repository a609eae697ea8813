import { plain } from './fold.ts';
import { isFunctionWord } from './function-words.ts';

/** A piece of the paper's vocabulary: a word, two that follow each other, or a whole name of a tag or byline. */
export interface VocabularyEntry {
  /** As `fold` gives it. */
  text: string;
  plain: string;
  kind: 'word' | 'pair' | 'name';
}

const longestWord = 40;
const longestName = 100;
const isWord = (word: string): boolean => word.length <= longestWord && /^\p{L}+$/u.test(word);

function kindOf(words: number): VocabularyEntry['kind'] {
  if (words > 2) return 'name';
  return words === 2 ? 'pair' : 'word';
}

interface Heads {
  /** Folded lines that are words only: sapo. */
  text: readonly string[];
  /** Folded lines of few, well-chosen words: the headline. */
  titles: readonly string[];
  /** Folded lines that are each one name: tags, bylines. */
  names: readonly string[];
}

const wordsIn = (line: string): string[] => line.split(' ').filter(isWord);

function pairsIn(line: string): string[] {
  const words = line.split(' ');
  const pairs = words.slice(1).map((word, index) => [words[index] ?? '', word]);
  return pairs
    .filter((pair) => pair.every((word) => isWord(word) && !isFunctionWord(word)))
    .map((pair) => pair.join(' '));
}

const isName = (line: string): boolean => line.length <= longestName && line.split(' ').every(isWord);

/** What an article adds to the vocabulary, each piece once. Numbers are no part of it. */
export function vocabularyOf({ text, titles, names }: Heads): VocabularyEntry[] {
  const pieces = new Set([
    ...[...text, ...titles, ...names].flatMap(wordsIn),
    ...[...titles, ...names].flatMap(pairsIn),
    ...names.filter(isName),
  ]);
  return [...pieces].map((piece) => ({
    text: piece,
    plain: plain(piece),
    kind: kindOf(piece.split(' ').length),
  }));
}
