import type { Metadata } from 'next';
import { type PictureView, renditionName } from '#lib/media/types.ts';
import type { PaperView } from '#lib/settings/types.ts';
import { feedPath, mediaPath } from '#lib/site/urls.ts';

/** A picture as whoever shares a page is shown it. */
export interface ShareImage {
  url: string;
  width: number;
  height: number;
  alt: string;
}

/** The widest file that is not wider than the networks show; null of a picture that has none. */
export function shareImageOf(picture: (PictureView & { alt: string }) | null): ShareImage | null {
  const width = picture?.renditions.findLast((one) => one <= 1280) ?? picture?.renditions[0];
  if (!picture || !width) return null;
  const height = Math.round((picture.height * width) / picture.width);
  return { url: mediaPath(renditionName(picture.key, width, 'jpg')), width, height, alt: picture.alt };
}

interface Said {
  paper: PaperView;
  /** Null: the site's own. */
  title: string | null;
  description: string;
  /** The page's one address, from the root. */
  path: string;
  /** The page whose feed goes with this one, and what it is called. */
  feed: { page: string; name: string };
  image: ShareImage | null;
}

/** The feed in both its formats; browsers and feed readers find it by these. */
function feedLinks({ page, name }: Said['feed']) {
  return {
    'application/rss+xml': [{ url: feedPath(page), title: `${name} (RSS)` }],
    'application/feed+json': [{ url: feedPath(page, 'json'), title: `${name} (JSON Feed)` }],
  };
}

/** What every reader's page tells crawlers and whoever shares it. */
export function pageMetadata({ paper, title, description, path, feed, image }: Said) {
  const shown = title ?? paper.name;
  return {
    ...(title === null ? {} : { title }),
    ...(description ? { description } : {}),
    alternates: { canonical: path, languages: { vi: path }, types: feedLinks(feed) },
    robots: { 'max-image-preview': 'large' },
    openGraph: {
      type: 'website',
      siteName: paper.name,
      locale: 'vi_VN',
      title: shown,
      ...(description ? { description } : {}),
      url: path,
      ...(image ? { images: [image] } : {}),
    },
    twitter: { card: 'summary_large_image', title: shown, ...(description ? { description } : {}) },
  } satisfies Metadata;
}
