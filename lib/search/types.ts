import type { ArticleCard } from '#lib/articles/types.ts';

/** A piece of a line of text; `isHit` where it is what was looked for. */
export interface Piece {
  text: string;
  isHit: boolean;
}

/** Why an article was found: it has all the words, all of them with other marks, or some of them. */
export type Closeness = 'all' | 'otherMarks' | 'some';

/** A found article as the page of results shows it. */
export interface FoundArticle {
  card: ArticleCard;
  closeness: Closeness;
  title: Piece[];
  /** The sapo, or what the body says around the words. */
  excerpt: Piece[];
}

/** One page of what was found. */
export interface SearchPage {
  articles: FoundArticle[];
  /** Of all that have all the words; `isMore` where there are more than were counted. */
  total: number;
  isMore: boolean;
  page: number;
  pages: number;
  /** "Ý bạn là…": a query that finds more. */
  meant: string | null;
  /** The name of the author that it was narrowed to. */
  author: string | null;
  /** Words beyond what one search looks for. */
  leftOut: string[];
  /** Where nothing was found: the newest articles. */
  newest: ArticleCard[];
}
