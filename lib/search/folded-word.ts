import { fold, plain } from '#lib/words/fold.ts';

/** A word of a text in the two forms that the search compares. */
export interface FoldedWord {
  text: string;
  plain: string;
}

/** Vietnamese has some seven thousand syllables; names and what is not Vietnamese come besides. */
const mostKept = 20_000;
const longest = 40;
const kept = new Map<string, FoldedWord>();

/** A printed word, folded; kept, for a page of results holds thousands of words and the same ones again and again. */
export function foldWord(printed: string): FoldedWord {
  const known = kept.get(printed);
  if (known) return known;
  const text = fold(printed);
  const word = { text, plain: plain(text) };
  if (printed.length > longest) return word;
  if (kept.size >= mostKept) kept.clear();
  kept.set(printed, word);
  return word;
}
