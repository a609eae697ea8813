import { db } from '#lib/db.ts';
import { fold, plain } from '#lib/words/fold.ts';

// Suggestions while typing: pieces of the paper's own vocabulary that begin like what was typed. However short that is and
// however large the vocabulary, no more than some thousand rows are looked at.

interface Phrase {
  text: string;
  plain: string;
  articles: number;
}

const shortest = 2;
const longest = 100;
const mostOffered = 8;
/** The commonest of each kind, in which short beginnings are looked for. */
const mostCommon = 4000;
/** Of those that begin so, in the order of the alphabet: enough for any beginning that the commonest do not have. */
const mostWith = 2000;

const common = async (begin: string): Promise<Phrase[]> =>
  await db().$queryRaw<Phrase[]>`
    SELECT text, plain, articles FROM (
      (SELECT * FROM search_word WHERE kind = 'pair' ORDER BY articles DESC LIMIT ${mostCommon})
      UNION ALL (SELECT * FROM search_word WHERE kind = 'name' ORDER BY articles DESC LIMIT ${mostCommon})
    ) AS common
    WHERE starts_with(plain, ${begin}) ORDER BY articles DESC, text LIMIT ${mostOffered * 2}`;

/** The first text after all that begin so: no letter comes after this one. */
const after = (begin: string) => `${begin}\u{10ffff}`;

const any = async (begin: string): Promise<Phrase[]> =>
  await db().$queryRaw<Phrase[]>`
    SELECT text, plain, articles FROM (
      SELECT * FROM search_word WHERE plain ~>=~ ${begin} AND plain ~<~ ${after(begin)} LIMIT ${mostWith}
    ) AS known
    ORDER BY articles DESC, text LIMIT ${mostOffered * 2}`;

async function beginningWith(begin: string): Promise<Phrase[]> {
  const found = await common(begin);
  return found.length >= mostOffered ? found : [...found, ...(await any(begin))];
}

/** Whether it is mostly the beginning of one longer phrase: "cầu vạn" of "cầu vạn chài". */
const isPart = (phrase: Phrase, phrases: readonly Phrase[]): boolean =>
  phrases.some(
    ({ text, articles }) => text.startsWith(`${phrase.text} `) && articles >= phrase.articles * 0.7,
  );

/** Those with the marks that were typed first; what was typed is no suggestion. */
function choose(phrases: readonly Phrase[], typed: string, before: string): string[] {
  const isMarked = plain(typed) !== typed;
  const fits = phrases.filter((one) => (!isMarked || one.text.startsWith(typed)) && !isPart(one, phrases));
  const chosen = fits.length > 0 ? fits : phrases;
  return chosen.map(({ text }) => before + text).filter((text) => text !== before + typed);
}

/** What may be meant by the beginning of a query: at most eight, the commonest first. Any text goes in. */
export async function suggestPhrases(text: string): Promise<string[]> {
  const typed = fold(text.slice(0, longest)).replaceAll('\n', ' ');
  if (typed.length < shortest) return [];
  const whole = choose(await beginningWith(plain(typed)), typed, '');
  if (whole.length > 0) return [...new Set(whole)].slice(0, mostOffered);
  // Nothing begins with all of it: the last two words may go on, or the last.
  const words = typed.split(' ');
  const ways = [words.slice(-2).join(' '), words.at(-1) ?? ''].filter(
    (end) => end.length >= shortest && end !== typed,
  );
  const more: string[] = [];
  for (const end of ways) {
    const before = typed.slice(0, typed.length - end.length);
    if (more.length === 0) more.push(...choose(await beginningWith(plain(end)), end, before));
  }
  return [...new Set(more)].slice(0, mostOffered);
}
