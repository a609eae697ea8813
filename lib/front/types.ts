import type { ArticleCard } from '#lib/articles/types.ts';
import type { SectionLink } from '#lib/categories/types.ts';
import type { PaperView } from '#lib/settings/types.ts';

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

/** The line "Tin nóng" above every page. */
export interface BreakingLine {
  text: string;
  /** Address of the article that tells more. */
  href: string | null;
}

/** What stands around every reader's page. */
export interface Frame {
  paper: PaperView;
  sections: SectionLink[];
  /** The moment the page was made, for the masthead's date. */
  today: Date;
  breaking: BreakingLine | null;
}
