import { Picture } from '#components/site/picture.tsx';
import type { PictureView } from '#lib/media/types.ts';

const ratios = [
  { name: '16:9', ratio: '16 / 9' },
  { name: '4:3', ratio: '4 / 3' },
  { name: '1:1', ratio: '1 / 1' },
  { name: '3:2, ở danh sách bài', ratio: '3 / 2' },
] as const;

/** The picture as readers see it where it is cropped: by the same rule as on their pages. */
export function Crops({ picture }: { picture: PictureView }) {
  return (
    <ul className="crops" aria-label="Ảnh khi bị cắt">
      {ratios.map(({ name, ratio }) => (
        <li key={name}>
          <figure data-crop={name} style={{ '--ratio': ratio } as React.CSSProperties}>
            <Picture picture={picture} alt="" sizes="240px" maxWidth={480} className="crop" />
            <figcaption className="small quiet">{name}</figcaption>
          </figure>
        </li>
      ))}
    </ul>
  );
}
