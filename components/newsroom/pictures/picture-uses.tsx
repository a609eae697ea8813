import { Link } from '#components/ui/link.tsx';
import type { ArticleUse, PictureUses } from '#lib/media/types.ts';

const places: Record<ArticleUse['places'][number], string> = {
  cover: 'ảnh đại diện',
  body: 'trong bài',
  editing: 'trong bản đang sửa',
  history: 'chỉ còn trong lịch sử sửa',
};

/** "Dùng ở đâu". */
export function PictureUsesList({ uses }: { uses: PictureUses }) {
  const { articles, hidden, bylines, isLogo } = uses;
  if (articles.length + hidden + bylines.length === 0 && !isLogo) {
    return <p className="quiet">Chưa dùng ở đâu.</p>;
  }
  return (
    <ul className="stack-tight">
      {articles.map(({ id, title, places: at }) => (
        <li key={id}>
          <Link href={`/admin/bai-viet/${id}`} className="headline">
            {title || 'Bài chưa có tiêu đề'}
          </Link>{' '}
          <span className="small quiet">{at.map((place) => places[place]).join(', ')}</span>
        </li>
      ))}
      {hidden > 0 && <li className="quiet">{hidden} bài khác ngoài chuyên mục của bạn</li>}
      {bylines.map(({ id, name }) => (
        <li key={`byline-${id}`}>
          Bút danh <Link href="/admin/but-danh">{name}</Link>
        </li>
      ))}
      {isLogo && (
        <li>
          Logo của báo, đặt trong <Link href="/admin/cai-dat">Cài đặt</Link>
        </li>
      )}
    </ul>
  );
}

/** Whether anything uses the picture. */
export const isUsed = ({ articles, hidden, bylines, isLogo }: PictureUses): boolean =>
  articles.length + hidden + bylines.length > 0 || isLogo;
