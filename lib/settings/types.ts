import type { PictureView } from '#lib/media/types.ts';
import type { PaperSettings } from './schema.ts';

export type { PaperSettings } from './schema.ts';

/** What readers see of the paper's settings. */
export interface PaperView {
  name: string;
  masthead: { kicker: string; title: string };
  motto: string;
  description: string;
  /** Stands in the masthead instead of its words. */
  logo: PictureView | null;
  /** The footer's lines, ready to be shown. */
  imprint: string[];
  /** A sentence at the page's end, or empty. */
  notice: string;
  social: SocialLink[];
  /** Addresses of the pages that say how it works; '' where there is none. */
  policies: PaperSettings['policies'];
}

/** The paper elsewhere: on a network that its address tells. */
export interface SocialLink {
  name: string;
  href: string;
}

/** The settings as somebody opens them to change them. */
export interface OpenSettings {
  settings: PaperSettings;
  /** The picture that they name as logo; null where there is none, or none any more. */
  logo: PictureView | null;
  /** Counts the changes; 0 before the first. */
  version: number;
  /** Who changed them last. */
  changedBy: string | null;
}

/**
 * What became of a change, and the settings as they are now. Not saved: somebody else changed them meanwhile, and nothing
 * of theirs was overwritten.
 */
export interface SettingsOutcome {
  saved: boolean;
  current: OpenSettings;
}
