/** A tag, running story or byline as it is offered while somebody types. */
export interface Suggestion {
  id: number;
  name: string;
  /** How many articles it hangs on. */
  uses: number;
}

/** One of them as the desk's lists show it. */
export interface NamedRow extends Suggestion {
  /** Its page on the reader's site. */
  href: string;
}

export type NamedOrder = 'ten' | 'nhieu-bai' | 'it-bai';

/** A page of a desk list. */
export interface NamedPage {
  rows: NamedRow[];
  page: number;
  pages: number;
  total: number;
}

/** One of them as its own form shows it. */
export interface NamedDetail extends NamedRow {
  text: string;
}
