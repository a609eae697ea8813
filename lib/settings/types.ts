import type { PictureView } from '#lib/media/types.ts';

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
}

/** The paper elsewhere: on a network that its address tells. */
export interface SocialLink {
  name: string;
  href: string;
}
