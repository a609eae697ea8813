import type { PictureDetail } from '#lib/media/types.ts';
import { dateAndTime } from '#lib/site/dates.ts';

const typeNames: Record<string, string> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/avif': 'AVIF',
  'image/heic': 'HEIC',
};

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

function size(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes >= 1 ? `${number.format(megabytes)} MB` : `${number.format(bytes / 1024)} KB`;
}

/** What is known of the picture's file. */
export function PictureFacts({ picture }: { picture: PictureDetail }) {
  const { name, type, bytes, width, height, uploadedBy, uploadedAt, replaced } = picture;
  return (
    <dl className="facts">
      <dt>Tệp</dt>
      <dd>{name}</dd>
      <dt>Khổ</dt>
      <dd className="numbers">
        {width} × {height} điểm ảnh
      </dd>
      <dt>Loại</dt>
      <dd>
        {typeNames[type] ?? type}, {size(bytes)}
      </dd>
      <dt>Tải lên</dt>
      <dd>
        {uploadedBy ?? 'Nhập từ tệp bài'}, {dateAndTime(new Date(uploadedAt))}
      </dd>
      {replaced > 0 && (
        <>
          <dt>Đã thay tệp</dt>
          <dd>{replaced} lần</dd>
        </>
      )}
    </dl>
  );
}
