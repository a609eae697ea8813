import type { Body } from '#lib/body/types.ts';
import type { PictureView } from '#lib/media/types.ts';
import type { ArticleContent } from './content.ts';
import type { SavedContent } from './saved-content.ts';

export type { ArticleContent } from './content.ts';
export type { SavedContent } from './saved-content.ts';

/** What became of a save. Not saved: somebody else saved meanwhile, and both texts are kept. */
export type SaveOutcome =
  | { saved: true; version: number; savedAt: Date }
  | { saved: false; version: number; content: ArticleContent; savedBy: string | null; savedAt: Date };

/** The statuses on the way to print, as the newsroom calls them. */
export const statusNames = {
  draft: 'Nháp',
  submitted: 'Chờ biên tập',
  edited: 'Chờ duyệt',
  scheduled: 'Đã hẹn giờ',
  published: 'Đã xuất bản',
  withdrawn: 'Đã gỡ',
} as const;
export type Status = keyof typeof statusNames;

/** The steps on the way to print; lib/articles/status.ts says who takes which, from where, to where. */
export const stepNames = [
  'submit',
  'takeBack',
  'sendBack',
  'finishEditing',
  'approve',
  'schedule',
  'unschedule',
  'publish',
  'update',
  'withdraw',
] as const;
export type StepName = (typeof stepNames)[number];

/** Something that the checks before publishing found, and the field of the editor that leads to it. */
export interface Finding {
  /** "title", "sapo", "categoryId", "tags", "picks", "cover", "body", "body.3" (a block, from 0) or "body.3.1" (a photo of it). */
  field: string;
  message: string;
}

export interface CheckResult {
  /** These must be mended first. */
  stops: Finding[];
  /** These are worth a look. */
  warnings: Finding[];
}

/** Something that was done to an article, as the newsroom reads it on the article's page. */
export interface StepNote {
  reason: string;
  by: string | null;
  at: Date;
}

/** An article on its way to print, as the panel of its page shows it. */
export interface ArticleStanding {
  id: number;
  /** Of the text that the checks and the buttons speak of. */
  version: number;
  status: Status;
  /** Since when it has this status. */
  statusSince: Date;
  goLiveAt: Date | null;
  approvedAt: Date | null;
  approvedBy: string | null;
  firstPublishedAt: Date | null;
  lastPublishedAt: Date | null;
  /** The readers' address, while they have the article. */
  href: string | null;
  /** Whether there is text that readers do not have yet, of an article that they have. */
  hasChanges: boolean;
  /** Why it came back to its writer, until it goes on again. */
  sentBack: StepNote | null;
  /** Why readers no longer have it. */
  withdrawn: StepNote | null;
  /** Why it did not go out at its hour. */
  missed: StepNote | null;
  /** The person wrote it, could approve it by their rank, and may not, for it is their own. */
  needsOtherApprover: boolean;
  mayDelete: boolean;
}

/** What the panel of an article's page shows: where the article stands, what the person may do, what the checks found. */
export interface Standing {
  article: ArticleStanding;
  steps: StepName[];
  check: CheckResult;
}

/** An article as the newsroom's lists show it. */
export interface ListedArticle {
  id: number;
  title: string;
  status: Status;
  updatedAt: Date;
  firstPublishedAt: Date | null;
  goLiveAt: Date | null;
  approvedAt: Date | null;
  section: string | null;
  /** Who began it; null for what was imported, or whose writer's account is gone. */
  author: string | null;
  bylines: string[];
  hasChanges: boolean;
}

/** Whose articles a list can be narrowed to. */
export interface AuthorChoice {
  value: string;
  name: string;
}

/** Which of an article's days the newsroom's list goes by. */
export const listDays = { sua: 'Sửa lần cuối', dang: 'Xuất bản' } as const;

/** One page of the newsroom's list. */
export interface ListPage {
  articles: ListedArticle[];
  page: number;
  pages: number;
  total: number;
  /** The words looked for stand in the text of these, and not in their headlines. */
  inText: boolean;
}

/** A revision in an article's history. */
export interface RevisionItem {
  number: number;
  /** As lib/articles/keep-revision.ts names it. */
  reason: string;
  /** Nobody: the machine itself (an import, a schedule), or a person whose account is gone. */
  author: string | null;
  savedAt: Date;
  title: string;
  /** The revision that it brought back. */
  restored: number | null;
}

export interface RevisionText extends RevisionItem {
  content: SavedContent;
}

/** A page of an article's history, the newest first. */
export interface RevisionHistory {
  /** The article's headline, as readers have it or as the draft's columns have it. */
  title: string;
  mayWrite: boolean;
  /** The number of the newest. */
  latest: number;
  revisions: RevisionItem[];
  hasMore: boolean;
}

/** Why an article stands on somebody's board. */
export type BoardGroupName =
  | 'returned'
  | 'toApprove'
  | 'toPublish'
  | 'toEdit'
  | 'scheduled'
  | 'changed'
  | 'drafts'
  | 'elsewhere';

/** An article as the board shows it. */
export interface BoardArticle {
  id: number;
  title: string;
  status: Status;
  section: string | null;
  author: string | null;
  /** Since when it waits. */
  since: Date;
  changedAt: Date;
  goLiveAt: Date | null;
  /** Why it came back. */
  note: StepNote | null;
}

export interface BoardGroup {
  name: BoardGroupName;
  total: number;
  /** The first of them. */
  articles: BoardArticle[];
}

/** What waits for a person, the groups that have any. */
export type Board = BoardGroup[];

/** A name with an address: a section, a tag, a running story, a byline. */
export interface NamedLink {
  name: string;
  href: string;
}

/** A picture as an article shows it. */
export interface Photo extends PictureView {
  alt: string;
  caption: string;
  credit: string;
}

/** An article as lists and fronts show it. */
export interface ArticleCard {
  id: number;
  href: string;
  title: string;
  sapo: string;
  agency: string | null;
  section: NamedLink;
  publishedAt: Date;
  cover: Photo | null;
}

/** An article as its own page shows it. */
export interface ArticlePage extends ArticleCard {
  /** From the top: the parent section where there is one, then the section. */
  sections: NamedLink[];
  /** Null for a draft without a section. */
  categoryId: number | null;
  updatedAt: Date | null;
  body: Body;
  /** The pictures of the body's photos, by key. */
  pictures: Record<string, PictureView>;
  /** Of the articles in the body's boxes those that readers can read, by number. */
  boxed: Record<number, NamedLink>;
  topic: (NamedLink & { id: number }) | null;
  tags: (NamedLink & { id: number })[];
  bylines: NamedLink[];
  picks: ArticleCard[];
}

/** What a preview is of: what readers never had or no longer have, what they do not have yet, or what they have. */
export type PreviewState = 'unpublished' | 'changed' | 'published';

/** For how long a link to a preview can be good. */
export const previewHours = [24, 72, 168] as const;
export type PreviewHours = (typeof previewHours)[number];

/** One page of a list, newest first. */
export interface ArticleList {
  cards: ArticleCard[];
  page: number;
  hasMore: boolean;
}

/** One page of what gathers articles under a name: a tag, a running story, a byline. */
export interface NamedList extends ArticleList {
  name: string;
  description: string;
}
