import { Link } from '#components/ui/link.tsx';
import { type Column, Table } from '#components/ui/table.tsx';
import { type ListedArticle, statusNames } from '#lib/articles/types.ts';
import { dateAndTime } from '#lib/site/dates.ts';

const people = ({ author, bylines }: ListedArticle) => bylines.join(', ') || (author ?? '');

/** "Chờ duyệt", and what of it matters: approved already, the hour set, changes that readers do not have. */
function StatusWords({ article }: { article: ListedArticle }) {
  const { status, approvedAt, goLiveAt, hasChanges } = article;
  return (
    <>
      {status === 'edited' && approvedAt ? 'Đã duyệt' : statusNames[status]}
      {status === 'scheduled' && goLiveAt && <span className="numbers"> {dateAndTime(goLiveAt)}</span>}
      {hasChanges && <span className="quiet"> (có sửa đổi)</span>}
    </>
  );
}

const columns: Column<ListedArticle>[] = [
  {
    key: 'title',
    header: 'Bài',
    isHead: true,
    cell: (article) => (
      <>
        {/* Fifty pages are not read ahead: whoever looks for one article opens one. */}
        <Link href={`/admin/bai-viet/${article.id}`} className="headline article-link">
          {article.title || 'Bài chưa có tiêu đề'}
        </Link>
        <span className="article-narrow small quiet">
          <StatusWords article={article} /> · {article.section ?? 'Chưa có chuyên mục'} · {people(article)} ·{' '}
          {dateAndTime(article.updatedAt)}
        </span>
      </>
    ),
  },
  {
    key: 'status',
    header: 'Trạng thái',
    onlyWide: true,
    fit: true,
    cell: (article) => <StatusWords article={article} />,
  },
  { key: 'section', header: 'Chuyên mục', onlyWide: true, cell: ({ section }) => section ?? '–' },
  { key: 'author', header: 'Tác giả', onlyWide: true, cell: people },
  {
    key: 'published',
    header: 'Xuất bản',
    onlyWide: true,
    fit: true,
    cell: ({ firstPublishedAt }) => (
      <span className="numbers">{firstPublishedAt ? dateAndTime(firstPublishedAt) : '–'}</span>
    ),
  },
  {
    key: 'updated',
    header: 'Sửa lần cuối',
    onlyWide: true,
    fit: true,
    cell: ({ updatedAt }) => <span className="numbers">{dateAndTime(updatedAt)}</span>,
  },
];

/** Articles of the newsroom, those changed last first. */
export function ArticleTable({ articles }: { articles: readonly ListedArticle[] }) {
  return (
    <Table caption="Bài viết, sửa gần nhất trước" columns={columns} rows={articles} rowKey={({ id }) => id} />
  );
}
