import { db } from '#lib/db.ts';
import type { WantedWord } from './query.ts';

interface Known {
  text: string;
  plain: string;
  articles: number;
}

/** What the paper's vocabulary says of words. */
export interface Vocabulary {
  /** In how many articles' heads a word stands: with its marks where it was typed with marks, else with any. */
  articlesWith: (word: WantedWord) => number;
  /** How much each word tells, by its text: 1 for one that hardly any article has, less for what many have. */
  rarity: ReadonlyMap<string, number>;
}

/** Reads what is known of the words of a query. */
export async function readVocabulary(words: readonly WantedWord[]): Promise<Vocabulary> {
  const plains = [...new Set(words.map((word) => word.plain))];
  const [known, [commonest]] = await Promise.all([
    db().$queryRaw<Known[]>`
      SELECT text, plain, articles FROM search_word WHERE plain = ANY(${plains}::text[]) AND kind = 'word'`,
    db().$queryRaw<{ articles: number }[]>`
      SELECT articles FROM search_word WHERE kind = 'word' ORDER BY articles DESC LIMIT 1`,
  ]);
  const all = Math.max(2, commonest?.articles ?? 0);
  const articlesWith = (word: WantedWord) =>
    known
      .filter((one) => (word.isMarked ? one.text === word.text : one.plain === word.plain))
      .reduce((sum, one) => sum + one.articles, 0);
  const rarityOf = (word: WantedWord) =>
    Math.min(1, Math.log(1 + all / (1 + articlesWith(word))) / Math.log(1 + all));
  return { articlesWith, rarity: new Map(words.map((word) => [word.text, 0.3 + 0.7 * rarityOf(word)])) };
}
