// Vietnamese text as syllables. A word has one to three of them; where it ends nothing in writing says.

/** A syllable as it is compared: its letters in lower case, its tone behind them. */
export interface Syllable {
  /** "hòa" and "hoà" are both "hoa2"; "bàn" and "bạn" stay apart. */
  form: string;
  isCapital: boolean;
}

/** What stands between two marks of punctuation. */
export interface Clause {
  syllables: Syllable[];
  /** Whether a sentence begins here, where a capital says nothing. */
  opensSentence: boolean;
}

const tones = new Map([
  ['\u0301', '1'],
  ['\u0300', '2'],
  ['\u0309', '3'],
  ['\u0303', '4'],
  ['\u0323', '5'],
]);
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
const longestSyllable = 24;

/** A syllable as it is compared. */
export function formOf(syllable: string): string {
  const apart = syllable.toLowerCase().normalize('NFD');
  const found = apart.match(tone)?.[0];
  return apart.replace(tone, '').normalize('NFC') + (found ? (tones.get(found) ?? '') : '');
}

const sentenceEnd = /[.!?…]+(?=\s|$)|\n|[:“”"«»]/;
const clauseEnd = /[,;()[\]–—/]|\s-\s/;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** The clauses of a text. Numbers and whatever is longer than a syllable can be are left out of them. */
export function clausesOf(text: string): Clause[] {
  return text
    .normalize('NFC')
    .split(sentenceEnd)
    .flatMap((sentence) =>
      sentence.split(clauseEnd).map((clause, index) => ({
        opensSentence: index === 0,
        syllables: (clause.match(word) ?? [])
          .filter((one) => one.length <= longestSyllable && !/\p{N}/u.test(one))
          .map((one) => ({ form: formOf(one), isCapital: /^\p{Lu}/u.test(one) })),
      })),
    )
    .filter((clause) => clause.syllables.length > 0);
}
