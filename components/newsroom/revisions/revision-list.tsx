import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { Table } from '#components/ui/table.tsx';
import type { RevisionHistory, RevisionItem } from '#lib/articles/types.ts';
import { dateAndTime, isoWithOffset } from '#lib/site/dates.ts';
import { reasonName } from './reason-name.ts';
import { RestoreButton } from './restore-button.tsx';

interface Props {
  articleId: number;
  history: RevisionHistory;
  restore: Parameters<typeof RestoreButton>[0]['restore'];
}

const Saved = ({ savedAt }: RevisionItem) => (
  <time dateTime={isoWithOffset(savedAt)}>{dateAndTime(savedAt)}</time>
);

/** A choice of one of the two to compare. */
function Pick({ name, number, chosen }: { name: 'cu' | 'moi'; number: number; chosen: boolean }) {
  const label = name === 'cu' ? `Bản ${number} là bản trước` : `Bản ${number} là bản sau`;
  return <input type="radio" name={name} value={number} defaultChecked={chosen} aria-label={label} />;
}

/** An article's revisions, the newest first: by whom, when and why; two of them to compare, each to bring back. */
export function RevisionList({ articleId, history, restore }: Props) {
  const { revisions, latest, mayWrite } = history;
  const address = `/admin/bai-viet/${articleId}/lich-su/so-sanh`;
  const [newest, previous] = revisions;
  if (!newest) {
    return (
      <EmptyState>
        <p>Chưa có bản nào.</p>
      </EmptyState>
    );
  }
  const table = (
    <Table
      caption="Các bản của bài, mới nhất trước"
      rowKey={(row) => row.number}
      rows={revisions}
      columns={[
        ...(previous
          ? [
              {
                key: 'before',
                header: 'Trước',
                fit: true as const,
                cell: ({ number }: RevisionItem) => (
                  <Pick name="cu" number={number} chosen={number === previous.number} />
                ),
              },
              {
                key: 'now',
                header: 'Sau',
                fit: true as const,
                cell: ({ number }: RevisionItem) => (
                  <Pick name="moi" number={number} chosen={number === newest.number} />
                ),
              },
            ]
          : []),
        {
          key: 'number',
          header: 'Bản',
          isHead: true,
          cell: (row) => (
            <>
              <Link href={`${address}?cu=${row.number}&moi=${latest}`}>Bản {row.number}</Link>
              <div className="small quiet">
                {row.author ?? 'Máy chủ'}, <Saved {...row} />
              </div>
            </>
          ),
        },
        { key: 'reason', header: 'Việc', onlyWide: true, cell: reasonName },
        {
          key: 'title',
          header: 'Tiêu đề',
          onlyWide: true,
          cell: ({ title }) => title || '(chưa có tiêu đề)',
        },
        {
          key: 'restore',
          header: <span className="visually-hidden">Khôi phục</span>,
          fit: true,
          cell: ({ number }) =>
            mayWrite && number !== latest ? (
              <RestoreButton articleId={articleId} number={number} restore={restore} />
            ) : null,
        },
      ]}
    />
  );
  // One alone is compared with nothing.
  if (!previous) return table;
  return (
    <form action={address} className="stack">
      <div className="buttons">
        <Button type="submit">So sánh hai bản đã chọn</Button>
      </div>
      {table}
    </form>
  );
}
