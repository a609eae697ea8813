import Link from 'next/link';
import type { Board, BoardArticle, BoardGroup, BoardGroupName } from '#lib/articles/types.ts';
import { dateAndTime, howLong } from '#lib/site/dates.ts';

interface Words {
  title: string;
  /** The list with all of them. */
  href: string;
  /** What is said of an article's time. */
  time: (article: BoardArticle, now: Date) => string;
}

const waits = ({ since }: BoardArticle, now: Date) => `chờ ${howLong(since, now)}`;
const list = (status: string) => `/admin/bai-viet?trangthai=${status}`;

const words: Record<BoardGroupName, Words> = {
  returned: { title: 'Bị trả lại', href: list('draft'), time: waits },
  toApprove: { title: 'Chờ duyệt', href: list('edited'), time: waits },
  toPublish: { title: 'Đã duyệt, chờ xuất bản', href: list('edited'), time: waits },
  toEdit: { title: 'Chờ biên tập', href: list('submitted'), time: waits },
  scheduled: {
    title: 'Đã hẹn giờ',
    href: list('scheduled'),
    time: ({ goLiveAt }) => (goLiveAt ? `ra lúc ${dateAndTime(goLiveAt)}` : ''),
  },
  changed: { title: 'Có sửa đổi chưa cập nhật', href: list('published'), time: waits },
  drafts: {
    title: 'Nháp của tôi',
    href: list('draft'),
    time: ({ changedAt }, now) =>
      `sửa ${howLong(changedAt, now)}${howLong(changedAt, now) === 'vừa xong' ? '' : ' trước'}`,
  },
  elsewhere: { title: 'Bài của tôi đang chờ người khác', href: '/admin/bai-viet', time: waits },
};

function Article({ article, time }: { article: BoardArticle; time: string }) {
  const { id, title, section, author, note } = article;
  return (
    <li className="board-article">
      <Link href={`/admin/bai-viet/${id}`} className="headline article-link" prefetch={false}>
        {title || 'Bài chưa có tiêu đề'}
      </Link>
      <p className="small quiet">
        {[section ?? 'Chưa có chuyên mục', author, time].filter(Boolean).join(' · ')}
      </p>
      {note && (
        <p className="board-note">
          {note.reason}
          {note.by && <span className="small"> ({note.by})</span>}
        </p>
      )}
    </li>
  );
}

function Group({ group, now }: { group: BoardGroup; now: Date }) {
  const { title, href, time } = words[group.name];
  const id = `viec-${group.name}`;
  const rest = group.total - group.articles.length;
  return (
    <section className="board-group" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="quiet numbers">{group.total}</span>
      </h2>
      <ul>
        {group.articles.map((article) => (
          <Article key={article.id} article={article} time={time(article, now)} />
        ))}
      </ul>
      {rest > 0 && (
        <p>
          <Link href={href} prefetch={false}>
            Xem {rest} bài còn lại trong danh sách
          </Link>
        </p>
      )}
    </section>
  );
}

/** What waits for a person, in groups by what is to be done. */
export function BoardGroups({ board, now }: { board: Board; now: Date }) {
  return (
    <div className="board">
      {board.map((group) => (
        <Group key={group.name} group={group} now={now} />
      ))}
    </div>
  );
}
