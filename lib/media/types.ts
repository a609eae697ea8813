// How a picture's files are named and how large they are made; known to the page that shows it and to the
// program that makes it, so it stands apart from both.

/** The widths that are made, as far as the original reaches, in pixels; 320–1920. */
export const renditionWidths = [320, 480, 640, 960, 1280, 1920] as const;

export const renditionFormats = ['avif', 'webp', 'jpg'] as const;
export type RenditionFormat = (typeof renditionFormats)[number];

/** A picture as pages show it. */
export interface PictureView {
  key: string;
  width: number;
  height: number;
  /** The widths that exist, ascending. */
  renditions: number[];
  dominantColor: string;
  focalX: number;
  focalY: number;
}

/** File name of a rendition, below the media folder and below /media/. */
export function renditionName(key: string, width: number, format: RenditionFormat): string {
  return `${key}-${width}.${format}`;
}

/** The shapes that search engines ask for, beside the picture's own. */
export const cropRatios = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1 } as const;
export type CropRatio = keyof typeof cropRatios;
/** As wide as search engines want a picture at least; a smaller original gives what it has. */
const cropWidth = 1200;

/** Size of a crop, in pixels: the largest of this shape that the picture holds, up to 1,200 wide. */
export function cropSize(
  { width, height }: { width: number; height: number },
  ratio: CropRatio,
): { width: number; height: number } {
  const shape = cropRatios[ratio];
  const wide = Math.min(cropWidth, width, Math.floor(height * shape));
  return { width: wide, height: Math.max(1, Math.round(wide / shape)) };
}

const percent = (part: number): number => Math.round(part * 100);

/** File name of a crop: it tells where the eye should land, so that another choice of that is another address. */
export const cropName = (
  { key, focalX, focalY }: Pick<PictureView, 'key' | 'focalX' | 'focalY'>,
  ratio: CropRatio,
): string => `${key}-${ratio}-${percent(focalX)}-${percent(focalY)}.jpg`;

/** A picture of the newsroom's store as somebody picks it for an article: what is written of it comes along. */
export interface PickedPicture extends PictureView {
  id: number;
  alt: string;
  caption: string;
  credit: string;
}

/** How long the texts of a picture may be, in letters; an article takes as many. */
export const longestAlt = 500;
export const longestCaption = 1000;
export const longestCredit = 200;

/** A file of more than 50 MB is a mistake (an archive, a film's frame); the largest cameras stay below it. */
export const largestFile = 50 * 1024 * 1024;

/** Where files are sent to; each then has an address below it. */
export const uploadPath = '/admin/api/tep';

/** A picture of the store as the newsroom's lists show it. */
export interface ListedPicture extends PickedPicture {
  /** What the file was called when it came. */
  name: string;
  uploadedBy: string | null;
  /** ISO: it travels as JSON too. */
  uploadedAt: string;
}

/** One page of the store, newest first. */
export interface PictureList {
  pictures: ListedPicture[];
  page: number;
  hasMore: boolean;
}

/** What the store is asked for; days are those of Viet Nam, "2026-11-22", both included. */
export interface PictureQuery {
  query: string;
  page: number;
  uploadedById?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** An article that uses a picture, and as what. */
export interface ArticleUse {
  id: number;
  title: string;
  status: string;
  places: ('cover' | 'body' | 'editing' | 'history')[];
}

/** Where a picture is used. */
export interface PictureUses {
  articles: ArticleUse[];
  /** Articles that the person may not read. */
  hidden: number;
  bylines: { id: number; name: string }[];
  isLogo: boolean;
}

/** A picture as its own page shows it. */
export interface PictureDetail extends ListedPicture {
  type: string;
  bytes: number;
  /** How often its file was replaced. */
  replaced: number;
  mayChange: boolean;
  mayReplace: boolean;
}

/** What the newsroom may change of a picture. */
export interface PictureWords {
  alt: string;
  caption: string;
  credit: string;
  focalX: number;
  focalY: number;
}
