import type { ArticleCard } from '#lib/articles/types.ts';
import type { SectionLink } from '#lib/categories/types.ts';

/** The front page, ready to be set. */
export interface FrontPage {
  lead: ArticleCard | null;
  /** Beside the lead, with pictures. */
  seconds: ArticleCard[];
  /** A row below the lead. */
  thirds: ArticleCard[];
  /** The column of the newest, headlines only. */
  latest: ArticleCard[];
  sections: { section: SectionLink; cards: ArticleCard[] }[];
  /** Every article on the page, once. */
  all: ArticleCard[];
}
