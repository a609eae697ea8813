import { fold, plain } from '#lib/words/fold.ts';
import { isFunctionWord } from '#lib/words/function-words.ts';

/** A word that is looked for. */
export interface WantedWord {
  /** As `fold` gives it, with the marks that were typed. */
  text: string;
  plain: string;
  /** Typed with marks: a word with other marks is another word, if there is a choice. */
  isMarked: boolean;
  /** Says nothing of what is looked for: "của", "và". */
  isFunction: boolean;
}

/** What was typed, understood. */
export interface Query {
  words: WantedWord[];
  /** What stood in quotes, as words: these must follow each other. */
  phrases: WantedWord[][];
  /** Words beyond those that one search looks for. */
  leftOut: string[];
}

/** More than a headline has; those after them are left out, which the page tells. */
const mostWords = 24;

const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

function toWanted(text: string): WantedWord[] {
  return fold(text)
    .split(/[ \n]/)
    .filter((word) => word !== '')
    .map((word) => {
      const bare = plain(word);
      return { text: word, plain: bare, isMarked: bare !== word, isFunction: isFunctionWord(word) };
    });
}

function unique(words: readonly WantedWord[]): WantedWord[] {
  return words.filter((word, index) => words.findIndex((other) => other.text === word.text) === index);
}

/** Understands any text: nothing in it is an operator but quotes, and a quote without its second is none. */
export function parseQuery(text: string): Query {
  const words = unique(toWanted(text));
  const phrases = [...text.matchAll(quoted)]
    .map((match) => toWanted(match[1] ?? '').slice(0, mostWords))
    .filter((phrase) => phrase.length > 1);
  return {
    words: words.slice(0, mostWords),
    phrases,
    leftOut: words.slice(mostWords).map((word) => word.text),
  };
}

/** The words that tell something; all of them where none does. */
export function tellingWords(words: readonly WantedWord[]): WantedWord[] {
  const telling = words.filter((word) => !word.isFunction);
  return telling.length > 0 ? telling : [...words];
}
