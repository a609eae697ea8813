/** Who has an article open, as one of the tabs that have it open is told. */
export interface Presence {
  /** Whether this tab holds the article and may type. */
  holding: boolean;
  /** Who holds it, in whatever tab; nobody where its holder left. */
  holder: { staffId: number; name: string } | null;
  /** The other people who have it open, each once. */
  others: { staffId: number; name: string; holding: boolean }[];
  /** The article's version now: another than the tab's own is to be fetched. */
  version: number;
  /** The database's time of it: of two, the later one is right, whichever arrives first. */
  at: number;
}

/**
 * What a tab asks for. "open": it has just opened the article, and holds it if nobody else does; another tab of the same
 * person gives way. "hold" and "seen": it is still there, having held the article or not. "take-over": it wants to hold
 * it, whoever does. "leave": it is gone.
 */
export const presenceActions = ['open', 'hold', 'seen', 'take-over', 'leave'] as const;
export type PresenceAction = (typeof presenceActions)[number];
