import { db } from '#lib/db.ts';
import { distance } from '#lib/words/distance.ts';
import { plain } from '#lib/words/fold.ts';
import { fromKeystrokes } from '#lib/words/keystrokes.ts';
import type { WantedWord } from './query.ts';

// "Ý bạn là…": another query of nearly the same letters, made of words that the paper uses beside each other.

interface KnownWord {
  text: string;
  plain: string;
  articles: number;
}

interface Meaning {
  text: string;
  /** How far it is from what was typed. */
  cost: number;
  articles: number;
}

/** The commonest words of the paper: all of a small one, and what a large one writes more than a few times. */
const mostKnown = 20_000;
const freshMs = 10 * 60 * 1000;
/** As quickly read as kept, and in a young paper each article brings words that matter. */
const few = 3000;
/** Each word may have meant so many others; two words side by side, the square of that. */
const mostMeanings = 6;
/** Longer queries are seldom found in nothing because of one letter. */
const mostWords = 8;

const shared = globalThis as typeof globalThis & {
  toasoanWords?: { at: number; from: string; words: Promise<KnownWord[]> };
};

async function readKnown(): Promise<KnownWord[]> {
  return await db().$queryRaw<KnownWord[]>`
    SELECT text, plain, articles FROM search_word WHERE kind = 'word' ORDER BY articles DESC, text LIMIT ${mostKnown}`;
}

/** Kept by the process where they are many: then they change slowly. */
async function knownWords(now: number): Promise<KnownWord[]> {
  const from = process.env['DATABASE_URL'] ?? '';
  const kept = shared.toasoanWords;
  if (kept && kept.from === from && now - kept.at < freshMs) {
    const words = await kept.words;
    if (words.length >= few) return words;
  }
  const words = readKnown();
  shared.toasoanWords = { at: now, from, words };
  // What failed is asked again by the next one.
  words.catch(() => delete shared.toasoanWords);
  return await words;
}

/** One letter in a short word, two in a long one. */
const mostWrong = (word: string): number => (word.length < 3 ? 0 : word.length < 7 ? 1 : 2);

function meaningsOf(word: WantedWord, known: readonly KnownWord[]): Meaning[] {
  const keys = fromKeystrokes(word.plain);
  const most = mostWrong(word.plain);
  const meanings: Meaning[] = [];
  for (const { text, plain: bare, articles } of known) {
    if (text === word.text || (!word.isMarked && bare === word.plain)) {
      meanings.push({ text, cost: 0, articles });
    } else if (text === keys) meanings.push({ text, cost: 0.2, articles });
    else if (bare === word.plain) meanings.push({ text, cost: 0.6, articles });
    else if (most > 0) {
      const wrong = distance(bare, word.plain, most);
      if (wrong <= most) meanings.push({ text, cost: wrong, articles });
    }
  }
  const worth = ({ cost, articles }: Meaning) => Math.log(1 + articles) - 4 * cost;
  return meanings.sort((a, b) => worth(b) - worth(a)).slice(0, mostMeanings);
}

async function readPairs(meanings: readonly Meaning[][]): Promise<Map<string, number>> {
  const pairs = meanings
    .slice(1)
    .flatMap((ones, index) => (meanings[index] ?? []).flatMap((a) => ones.map((b) => `${a.text} ${b.text}`)));
  if (pairs.length === 0) return new Map();
  const rows = await db().$queryRaw<{ text: string; articles: number }[]>`
    SELECT text, articles FROM search_word WHERE text = ANY(${pairs}::text[])`;
  return new Map(rows.map((row) => [row.text, row.articles]));
}

interface Path {
  words: string[];
  worth: number;
}

/** The likeliest row of words: common ones, near to what was typed, that stand beside each other in the paper. */
function likeliest(meanings: readonly Meaning[][], pairs: ReadonlyMap<string, number>): string[] {
  let paths: Path[] = [{ words: [], worth: 0 }];
  for (const ones of meanings) {
    paths = ones.flatMap(({ text, cost, articles }) => {
      const ways = paths.map(({ words, worth }) => {
        const together = pairs.get(`${words.at(-1)} ${text}`) ?? 0;
        const own = 0.3 * Math.log(1 + articles) - 3 * cost;
        return { words: [...words, text], worth: worth + own + 1.5 * Math.log(1 + together) };
      });
      const best = ways.sort((a, b) => b.worth - a.worth)[0];
      return best ? [best] : [];
    });
  }
  return paths.sort((a, b) => b.worth - a.worth)[0]?.words ?? [];
}

/**
 * What may have been meant by words that find nothing; null where nothing better is known. Marks that were typed are kept
 * where the word is known with them; left out, they are put in.
 */
export async function likelyMeaning(words: readonly WantedWord[], now: Date): Promise<string | null> {
  if (words.length === 0 || words.length > mostWords) return null;
  const known = await knownWords(now.getTime());
  const meanings = words.map((word) => {
    const found = meaningsOf(word, known);
    // Numbers, and names that are like nothing, stay as they are.
    return found.length > 0 ? found : [{ text: word.text, cost: 0, articles: 0 }];
  });
  const meant = likeliest(meanings, await readPairs(meanings));
  const isSame = meant.every((text, index) => {
    const typed = words[index];
    return text === typed?.text || (!typed?.isMarked && plain(text) === typed?.plain);
  });
  return isSame ? null : meant.join(' ');
}
