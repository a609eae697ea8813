import type { ArticleList } from '#lib/articles/types.ts';
import { type PictureView, renditionName } from '#lib/media/types.ts';
import { mediaPath } from '#lib/site/urls.ts';

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

/** That of the first article in a list that has one. */
export const shareImageOfList = ({ cards }: ArticleList): ShareImage | null =>
  shareImageOf(cards.find((card) => card.cover)?.cover ?? null);
