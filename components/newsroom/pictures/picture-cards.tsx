import { Picture } from '#components/site/picture.tsx';
import { Link } from '#components/ui/link.tsx';
import type { ListedPicture } from '#lib/media/types.ts';
import { dateAndTime } from '#lib/site/dates.ts';

/** The store's pictures, each leading to its own page. */
export function PictureCards({ pictures }: { pictures: readonly ListedPicture[] }) {
  return (
    <ul className="picture-grid" aria-label="Kho ảnh">
      {pictures.map((picture) => (
        <li key={picture.id}>
          <Link href={`/admin/anh/${picture.id}`} className="picture-card">
            <Picture picture={picture} alt="" sizes="160px" maxWidth={320} className="picture-thumb" />
            <span className="picture-option-name small">{picture.caption || picture.name}</span>
            <span className="picture-option-credit small quiet">{picture.credit || 'Chưa có nguồn'}</span>
            <span className="small quiet numbers">{dateAndTime(new Date(picture.uploadedAt))}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
