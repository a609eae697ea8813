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

/** An article in the slot of a front that an editor fixed it to; slots are counted from 1. */
export interface Pin {
  slot: number;
  card: ArticleCard;
}

/** Slots that stand together, as an editor calls them. */
export interface SlotGroup {
  name: string;
  count: number;
  /** Articles that nobody pinned stand here only with a picture. */
  wantsPicture: boolean;
}

/** The front page's slots, from the lead on. */
export const frontSlots: readonly SlotGroup[] = [
  { name: 'Bài chính', count: 1, wantsPicture: true },
  { name: 'Cạnh bài chính', count: 2, wantsPicture: true },
  { name: 'Hàng dưới', count: 4, wantsPicture: true },
  { name: 'Cột Mới nhất', count: 8, wantsPicture: false },
];

/** The slots of a section's front: those that stand large, and the first of the list below them. */
export const sectionSlots: readonly SlotGroup[] = [
  { name: 'Bài chính', count: 1, wantsPicture: false },
  { name: 'Cạnh bài chính', count: 2, wantsPicture: false },
  { name: 'Danh sách', count: 7, wantsPicture: false },
];

/** The slots of the front page (no section) or of a section's front. */
export const slotsOf = (categoryId: number | null): readonly SlotGroup[] =>
  categoryId === null ? frontSlots : sectionSlots;

export const countSlots = (groups: readonly SlotGroup[]): number =>
  groups.reduce((sum, group) => sum + group.count, 0);

/** A pin as the desk shows it. */
export interface DeskPin extends Pin {
  endsAt: Date | null;
}

/** A front as an editor arranges it. */
export interface Arrangement {
  /** Null: the front page. */
  categoryId: number | null;
  /** Stands for all pins as they are now: whoever saves says what they began at. */
  version: string;
  pins: DeskPin[];
  /** The newest articles, which flow into the slots without a pin. */
  newest: ArticleCard[];
  /** Who arranged it last, and when. */
  last: { by: string | null; at: Date } | null;
}

/** What became of an arrangement. Not saved: somebody else arranged the front meanwhile; theirs is the `current` one. */
export type ArrangeOutcome =
  | { saved: true; arrangement: Arrangement }
  | { saved: false; current: Arrangement };

/** The line "Tin nóng" above every page. */
export interface BreakingLine {
  text: string;
  /** Address of the article that tells more. */
  href: string | null;
}

/** The line "Tin nóng" as the desk has it. */
export interface BreakingNews {
  id: number;
  text: string;
  article: ArticleCard | null;
  /** Whether readers have the article; without it the line is not shown. */
  isPublic: boolean;
  endsAt: Date | null;
  since: Date;
  by: string | null;
}

/** What stands around every reader's page. */
export interface Frame {
  paper: PaperView;
  sections: SectionLink[];
  /** The moment the page was made, for the masthead's date. */
  today: Date;
  breaking: BreakingLine | null;
}

/** A front that somebody may arrange; no id: the front page. */
export interface FrontChoice {
  id: number | null;
  name: string;
}
