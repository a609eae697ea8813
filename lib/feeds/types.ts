/** What a feed is of: the paper, or what gathers articles. */
export interface FeedSource {
  /** "Thời sự"; the paper's own feed has none. */
  name: string | null;
  description: string;
  /** Address of its page, from the root. */
  href: string;
  /** The pages' tags that its choice of articles hangs on. */
  tags: string[];
  /** Numbers of its newest articles, the newest first. */
  newest: number[];
}

/** A picture that goes with an item. */
export interface Enclosure {
  url: string;
  type: string;
  bytes: number;
}

/** An article in a feed. Addresses are whole. */
export interface FeedItem {
  id: number;
  url: string;
  title: string;
  summary: string;
  /** The whole article as HTML, where the settings give it. */
  html: string | null;
  publishedAt: Date;
  changedAt: Date;
  authors: { name: string; url: string }[];
  section: string;
  tags: string[];
  enclosure: Enclosure | null;
}

/** A feed as it is written, in whatever format. */
export interface Feed {
  title: string;
  description: string;
  href: string;
  logo: string | null;
  items: FeedItem[];
}

/** Extensions of the addresses, one a format. */
export const feedFormats = ['xml', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];
