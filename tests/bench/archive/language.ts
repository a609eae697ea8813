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

/** The number of the end of a sentence, which is also what stands before its first word. */
const end = 0;
const mostWords = 2 ** 15;

/** Every word by a number: an archive draws a billion of them. */
class Words {
  readonly texts = [''];
  #numbers = new Map([['', end]]);

  number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    if (this.texts.length === mostWords)
      throw new Error('the sample has more words than pairs of them can be numbered');
    this.#numbers.set(word, this.texts.length);
    return this.texts.push(word) - 1;
  }
}

const pair = (first: number, second: number) => first * mostWords + second;

/** What follows a word, and what follows two of them ("một người"). */
interface Followers {
  one: Map<number, number[]>;
  two: Map<number, number[]>;
}

function learn(sentences: readonly (readonly number[])[]): Followers {
  const followers: Followers = { one: new Map(), two: new Map() };
  const add = (to: Map<number, number[]>, before: number, word: number) => {
    const known = to.get(before);
    if (known) known.push(word);
    else to.set(before, [word]);
  };
  for (const words of sentences) {
    let [first, second] = [end, end];
    for (const word of [...words, end]) {
      add(followers.one, second, word);
      if (first !== end) add(followers.two, pair(first, second), word);
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

const nothing = [end];

/** A text without the signs at its end that nothing follows. */
function withoutLastSigns(text: string): string {
  let length = text.length;
  while (',:;–-'.includes(text.charAt(length - 1)) && length > 0) length--;
  return text.slice(0, length);
}

export class Language {
  #words = new Words();
  #all: Followers;
  #bySection = new Map<string, Followers>();

  constructor(sample: readonly SampleArticle[]) {
    const numbersOf = (sentence: string) => withPlaces(sentence).map((word) => this.#words.number(word));
    const read = (articles: readonly SampleArticle[]) =>
      learn(articles.flatMap(({ paragraphs }) => paragraphs.flatMap(sentencesOf).map(numbersOf)));
    this.#all = read(sample);
    for (const { section } of sample) {
      const top = section.split('/')[0] ?? section;
      if (this.#bySection.has(top)) continue;
      this.#bySection.set(top, read(sample.filter((one) => one.section.split('/')[0] === top)));
    }
  }

  /** What may come after these two: of the two as often as not, and of this section two times of three. */
  #after(draw: Draw, own: Followers, first: number, second: number): readonly number[] {
    const both = pair(first, second);
    const known = draw.next() < 0.55 ? (own.two.get(both) ?? this.#all.two.get(both)) : undefined;
    return (
      known ?? (draw.next() < 0.67 ? own.one.get(second) : undefined) ?? this.#all.one.get(second) ?? nothing
    );
  }

  /** A chain of words that ends by itself or is long enough; null where it ended too soon. */
  #chain(draw: Draw, section: string): string | null {
    const own = this.#bySection.get(section) ?? this.#all;
    let text = '';
    let [first, second] = [end, end];
    for (let count = 0; count < longestSentence; count++) {
      const word = draw.one(this.#after(draw, own, first, second));
      if (word === end) return count < shortestSentence ? null : text;
      text = count === 0 ? (this.#words.texts[word] ?? '') : `${text} ${this.#words.texts[word]}`;
      [first, second] = [second, word];
    }
    return text;
  }

  /** A sentence, from its capital to its full stop. */
  sentence(draw: Draw, section: string, places: Places): string {
    let chain: string | null = null;
    while (chain === null) chain = this.#chain(draw, section);
    const filled = chain
      .replace(/\uE000/g, places.name)
      .replace(/\uE001/g, () => places.number(1 + Math.floor(draw.next() * 3)))
      // Quotation marks and brackets come in pairs in a printed text; a chain of words does not know that.
      .replace(/[“”"()‘’]/g, '');
    const text = withoutLastSigns(filled);
    const begun = text.charAt(0).toUpperCase() + text.slice(1);
    return '.?!…'.includes(begun.at(-1) ?? '') ? begun : `${begun}.`;
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
