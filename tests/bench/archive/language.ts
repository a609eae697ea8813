import type { Draw } from '#tests/support/random.ts';
import type { SampleArticle } from './sample.ts';

// Sentences as the sample newspaper might have gone on: which word follows which is taken from its own text, and with
// it how often each word comes (a few all the time, most of them seldom). Names and numbers are open places, filled anew
// for each article.

/** An open place in a sentence, with the signs before and behind it. */
const name = '\uE000';
const number = '\uE001';

const isName = (word: string) => /^[“(‘"]?\p{Lu}/u.test(word);
const signsOf = (word: string) => /[,.:;?!”)’…]+$/u.exec(word)?.[0] ?? '';

/** A sentence's words, its names and numbers replaced by open places; several words of a name are one place. */
function withPlaces(sentence: string): string[] {
  const words: string[] = [];
  for (const [index, word] of sentence.split(' ').entries()) {
    const before = words.at(-1) ?? '';
    if (/\d/.test(word)) words.push(word.replace(/\d+/g, number));
    else if (index === 0 || !isName(word)) words.push(word);
    else if (before === name) words.splice(-1, 1, name + signsOf(word));
    else words.push(name + signsOf(word));
  }
  return words;
}

const sentencesOf = (text: string) => text.split(/(?<=[.?!…]”?) +/u).filter((one) => one.length > 20);

/** What follows a word, and what follows two words ("một người"). */
type Followers = Map<string, string[]>;

function learn(sentences: string[][]): Followers {
  const followers: Followers = new Map();
  const add = (before: string, word: string) => {
    const known = followers.get(before);
    if (known) known.push(word);
    else followers.set(before, [word]);
  };
  for (const words of sentences) {
    let [first, second] = ['', ''];
    for (const word of [...words, '']) {
      add(second, word);
      if (first !== '') add(`${first} ${second}`, word);
      [first, second] = [second, word];
    }
  }
  return followers;
}

/** What stands in the open places. */
export interface Places {
  name: () => string;
  /** A number with so many digits, as text. */
  number: (digits: number) => string;
}

const longestSentence = 45;
const shortestSentence = 6;

export class Language {
  #all: Followers;
  #bySection = new Map<string, Followers>();

  constructor(sample: readonly SampleArticle[]) {
    const read = (articles: readonly SampleArticle[]) =>
      learn(
        articles.flatMap(({ paragraphs }) => paragraphs.flatMap(sentencesOf).map((one) => withPlaces(one))),
      );
    this.#all = read(sample);
    for (const { section } of sample) {
      const top = section.split('/')[0] ?? section;
      if (this.#bySection.has(top)) continue;
      this.#bySection.set(top, read(sample.filter((one) => one.section.split('/')[0] === top)));
    }
  }

  /** What may come after these two: of the two as often as not, and of this section two times of three. */
  #after(draw: Draw, own: Followers, first: string, second: string): readonly string[] {
    const both = `${first} ${second}`;
    const known = draw.next() < 0.55 ? (own.get(both) ?? this.#all.get(both)) : undefined;
    return known ?? (draw.next() < 0.67 ? own.get(second) : undefined) ?? this.#all.get(second) ?? [''];
  }

  #words(draw: Draw, section: string): string[] {
    const own = this.#bySection.get(section) ?? this.#all;
    const words: string[] = [];
    while (words.length < longestSentence) {
      const word = draw.one(this.#after(draw, own, words.at(-2) ?? '', words.at(-1) ?? ''));
      if (word === '') break;
      words.push(word);
    }
    return words;
  }

  /** A sentence, from its capital to its full stop. */
  sentence(draw: Draw, section: string, places: Places): string {
    let words: string[] = [];
    while (words.length < shortestSentence) words = this.#words(draw, section);
    const text = words
      .join(' ')
      .replace(/\uE000/g, places.name)
      .replace(/\uE001/g, () => places.number(1 + Math.floor(draw.next() * 3)))
      // Quotation marks and brackets come in pairs in a printed text; a chain of words does not know that.
      .replace(/[“”"()‘’]/g, '')
      .replace(/[,:;–-]*$/u, '');
    const begun = text.charAt(0).toUpperCase() + text.slice(1);
    return /[.?!…]$/u.test(begun) ? begun : `${begun}.`;
  }

  /** The first words of a sentence, without a sign at the end: for headlines. */
  clause(draw: Draw, section: string, places: Places, words: number): string {
    return this.sentence(draw, section, places)
      .split(' ')
      .slice(0, words)
      .join(' ')
      .replace(/[\s,.:;?!…–-]+$/u, '');
  }
}
