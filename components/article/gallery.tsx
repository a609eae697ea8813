import { acrossPhone, Picture } from '#components/site/picture.tsx';
import type { GalleryBlock } from '#lib/body/types.ts';
import { type PictureView, renditionName } from '#lib/media/types.ts';
import { mediaPath } from '#lib/site/urls.ts';
import { Caption } from './caption.tsx';

interface Props {
  photos: GalleryBlock['photos'];
  pictures: Record<string, PictureView>;
  priority: boolean;
}

const sizes = `(min-width: 1280px) 420px, (min-width: 576px) 48vw, ${acrossPhone}`;

const whole = (picture: PictureView) =>
  mediaPath(renditionName(picture.key, picture.renditions.at(-1) ?? picture.width, 'jpg'));

/** Photos side by side, cropped to one shape around what matters in each; each leads to the whole of it. */
export function Gallery({ photos, pictures, priority }: Props) {
  const shown = photos.flatMap((photo) => {
    const picture = pictures[photo.picture];
    return picture ? [{ ...photo, picture }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <ul className="gallery">
      {shown.map(({ picture, alt, caption, credit }, place) => (
        <li key={`${place}:${picture.key}`}>
          <figure>
            <a href={whole(picture)}>
              <Picture
                picture={picture}
                alt={alt || `Xem ảnh ${place + 1}`}
                sizes={sizes}
                maxWidth={960}
                priority={priority && place === 0}
              />
            </a>
            <Caption caption={caption} credit={credit} />
          </figure>
        </li>
      ))}
    </ul>
  );
}
