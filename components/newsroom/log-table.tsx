import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { type Column, Table } from '#components/ui/table.tsx';
import type { LoggedDeed } from '#lib/audit/types.ts';
import { dateAndTime } from '#lib/site/dates.ts';

function Subject({ subject }: Pick<LoggedDeed, 'subject'>) {
  const { type, name, href } = subject;
  return (
    <>
      <span className="quiet small">{type}</span> {href ? <Link href={href}>{name}</Link> : name}
    </>
  );
}

function Details({ details }: Pick<LoggedDeed, 'details'>) {
  if (details.length === 0) return null;
  return (
    <dl className="log-details">
      {details.map(([key, value]) => (
        <div key={key}>
          <dt>{key}:</dt> <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const nameOf = ({ person }: LoggedDeed) => person?.name ?? 'Máy chủ';

const columns: Column<LoggedDeed>[] = [
  {
    key: 'at',
    header: 'Lúc',
    fit: true,
    onlyWide: true,
    cell: ({ at }) => <time dateTime={at.toISOString()}>{dateAndTime(at)}</time>,
  },
  { key: 'person', header: 'Ai', onlyWide: true, cell: nameOf },
  {
    key: 'deed',
    header: 'Việc',
    isHead: true,
    cell: (row) => (
      <>
        <strong>{row.deed}</strong> <Subject subject={row.subject} />
        <div className="log-narrow small">
          {nameOf(row)}, {dateAndTime(row.at)}
        </div>
        <Details details={row.details} />
      </>
    ),
  },
];

/** The log's lines, the newest first. */
export function LogTable({ deeds }: { deeds: readonly LoggedDeed[] }) {
  if (deeds.length === 0) {
    return (
      <EmptyState>
        <p>Không có việc nào như vậy. Hãy bỏ bớt điều kiện lọc.</p>
      </EmptyState>
    );
  }
  return <Table caption="Nhật ký, mới nhất trước" columns={columns} rows={deeds} rowKey={({ id }) => id} />;
}
