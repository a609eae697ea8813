import type { ArticleContent, SaveOutcome } from '#lib/articles/types.ts';
import type { Block } from '#lib/body/types.ts';
import type { Presence } from '#lib/presence/types.ts';
import type { Answer } from '#lib/site/answer.ts';

/** What somebody else has saved, and when. */
export interface Theirs {
  version: number;
  content: ArticleContent;
  savedBy: string | null;
  savedAt: Date;
}

/** A field that both changed, each to something else. */
export interface FieldClash {
  kind: 'field';
  field: Exclude<keyof ArticleContent, 'body'>;
}

/** Neighbouring blocks of the body that both changed; each side's are in the order of the text, and may be none. */
export interface BlockClash {
  kind: 'blocks';
  base: Block[];
  mine: Block[];
  theirs: Block[];
}

export type Clash = FieldClash | BlockClash;

/** Two texts that grew out of one and can't be joined without a person. */
export interface Conflict {
  base: ArticleContent;
  mine: ArticleContent;
  theirs: Theirs;
}

export interface Problem {
  message: string;
  fields: Readonly<Record<string, string>>;
}

/** Somebody who has the article open, besides this person. */
interface Other {
  staffId: number;
  name: string;
  /** Whether it is they who may type. */
  holding: boolean;
}

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'signed-out' | 'conflict' | 'refused';

/** What the article's form and its bar know of the saving. */
export interface Saving {
  /**
   * What the form begins with: the server's content, or this browser's where it still had what the server has not. Null
   * until that is known, a moment after the page opened.
   */
  initial: ArticleContent | null;
  /** Changes when the form must take another content as its own: it is made anew by this key. */
  formKey: number;
  state: SaveState;
  /** The version that the server has. */
  version: number;
  savedAt: Date | null;
  problem: Problem | null;
  /** To be called at every change; costs nothing. `read` is called soon after, once for many changes. */
  edit: (read: () => ArticleContent) => void;
  /** Sends what is unsaved; true once the server has everything. */
  saveNow: () => Promise<boolean>;
  conflict: Conflict | null;
  /** Ends the conflict with the text that its view made. */
  resolve: (content: ArticleContent) => void;
  others: readonly Other[];
  /** Whether this tab may type: the person may write, and no other tab holds the article. */
  holding: boolean;
  /** The person has it open in another tab, and that one holds it. */
  heldElsewhere: boolean;
  /** Who took the article over from this tab (this person's own name where it was another tab of theirs). */
  takenOverBy: string | null;
  takeOver: () => void;
  /** The article was handed on to somebody else: this tab only looks on, until its person takes it over again. */
  letGo: () => void;
  /** To be called when the person has signed in again: what waits is sent at once. */
  signedIn: () => void;
  /** The last time that somebody else's changes were joined with what is typed here; null: not yet. */
  joinedWith: { name: string | null; at: Date } | null;
}

/** What PUT and GET of the article answer, as JSON carries it: times are strings. */
export type SaveAnswer = Wire<Answer<SaveOutcome>> & { kept?: boolean };
export type OpenAnswer = Wire<
  Answer<{ version: number; content: ArticleContent; savedBy: string | null; savedAt: Date }>
>;
export type PresenceAnswer = Answer<Presence>;

type Wire<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Wire<T[K]> } : T;
