import { acrossPhone, Picture } from '#components/site/picture.tsx';
import type { PictureView } from '#lib/media/types.ts';
import { Caption } from './caption.tsx';

interface Props {
  picture: PictureView;
  alt: string;
  caption: string;
  credit: string;
  priority?: boolean;
}

const sizes = `(min-width: 1280px) 860px, (min-width: 1024px) 66vw, ${acrossPhone}`;

/** A photo with its caption and then its credit. An upright one is kept from filling more than a screen. */
export function Figure({ picture, alt, caption, credit, priority = false }: Props) {
  const upright = picture.height > picture.width;
  return (
    <figure className={upright ? 'figure figure-upright' : 'figure'}>
      <Picture picture={picture} alt={alt} sizes={sizes} maxWidth={1920} priority={priority} />
      <Caption caption={caption} credit={credit} />
    </figure>
  );
}
