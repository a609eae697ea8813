import { type PictureView, renditionName } from '#lib/media/types.ts';
import { mediaPath } from '#lib/site/urls.ts';

/**
 * For `sizes`: a picture as wide as a phone is said to be a little narrower. A screen of 412 pixels with 1.75 dots to each
 * is given 640 dots for its 721, and not 960, which weigh two thirds more.
 */
export const acrossPhone = '88vw';

interface Props {
  picture: PictureView;
  alt: string;
  /** How wide it is shown, as in the HTML attribute. */
  sizes: string;
  /** The largest rendition worth offering, in pixels: twice the widest it is shown. */
  maxWidth: number;
  /** The page's first picture is fetched at once; the others when they come near. */
  priority?: boolean;
  className?: string;
}

function srcSet(picture: PictureView, widths: number[], format: 'avif' | 'webp'): string {
  return widths
    .map((width) => `${mediaPath(renditionName(picture.key, width, format))} ${width}w`)
    .join(', ');
}

/** A picture in the best format and size the browser can use, its place held by its own colour. */
export function Picture({ picture, alt, sizes, maxWidth, priority = false, className }: Props) {
  const fitting = picture.renditions.filter((width) => width <= maxWidth);
  const widths = fitting.length > 0 ? fitting : picture.renditions.slice(0, 1);
  const fallback = widths.findLast((width) => width <= 960) ?? widths[0] ?? picture.width;
  const position = `${picture.focalX * 100}% ${picture.focalY * 100}%`;
  return (
    <picture>
      <source type="image/avif" srcSet={srcSet(picture, widths, 'avif')} sizes={sizes} />
      <source type="image/webp" srcSet={srcSet(picture, widths, 'webp')} sizes={sizes} />
      <img
        src={mediaPath(renditionName(picture.key, fallback, 'jpg'))}
        alt={alt}
        width={picture.width}
        height={picture.height}
        loading={priority ? 'eager' : 'lazy'}
        decoding={priority ? 'sync' : 'async'}
        {...(priority ? { fetchPriority: 'high' } : {})}
        className={className}
        style={{
          backgroundColor: picture.dominantColor,
          ...(position === '50% 50%' ? {} : { objectPosition: position }),
        }}
      />
    </picture>
  );
}
