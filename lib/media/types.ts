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

/** A picture of the newsroom's store as somebody picks it for an article: what is written of it comes along. */
export interface PickedPicture extends PictureView {
  id: number;
  alt: string;
  caption: string;
  credit: string;
}
