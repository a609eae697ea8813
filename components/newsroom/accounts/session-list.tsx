'use client';
import { Button } from '#components/ui/button.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { type Column, Table } from '#components/ui/table.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import { dateAndTime } from '#lib/site/dates.ts';
import type { OwnSession } from '#lib/staff/types.ts';

interface Props {
  sessions: readonly OwnSession[];
  endSession: ServerAction<{ id: number }, void>;
  endOtherSessions: ServerAction<undefined, number>;
  endAllSessions: ServerAction<undefined, number>;
}

/** Where one is signed in, and the ways to end it. */
export function SessionList({ sessions, endSession, endOtherSessions, endAllSessions }: Props) {
  const one = useAction(endSession, { say: 'Đã đăng xuất thiết bị ấy.' });
  const others = useAction(endOtherSessions, { say: 'Đã đăng xuất các thiết bị khác.' });
  const all = useAction(endAllSessions, {
    refresh: false,
    done: () => window.location.assign('/admin/dang-nhap'),
  });
  const trouble = one.trouble ?? others.trouble ?? all.trouble;
  const columns: Column<OwnSession>[] = [
    {
      key: 'device',
      header: 'Thiết bị',
      isHead: true,
      cell: ({ device, isCurrent }) => (isCurrent ? <strong>{device} (máy này)</strong> : device),
    },
    { key: 'address', header: 'Địa chỉ', cell: ({ address }) => <span className="numbers">{address}</span> },
    {
      key: 'seen',
      header: 'Dùng lần cuối',
      onlyWide: true,
      cell: ({ seenAt }) => <time dateTime={seenAt.toISOString()}>{dateAndTime(seenAt)}</time>,
    },
    {
      key: 'end',
      header: <span className="visually-hidden">Đăng xuất</span>,
      fit: true,
      cell: ({ id, device, isCurrent }) =>
        isCurrent ? null : (
          <Button variant="plain" busy={one.busy} onClick={() => void one.run({ id })}>
            Đăng xuất<span className="visually-hidden"> {device}</span>
          </Button>
        ),
    },
  ];
  return (
    <div className="stack">
      {trouble && <StatusMessage kind="danger">{trouble.message}</StatusMessage>}
      <Table caption="Nơi đang đăng nhập" columns={columns} rows={sessions} rowKey={({ id }) => id} />
      <div className="buttons">
        {sessions.length > 1 && (
          <Button busy={others.busy} onClick={() => void others.run(undefined)}>
            Đăng xuất các thiết bị khác
          </Button>
        )}
        <Button variant="danger" busy={all.busy} onClick={() => void all.run(undefined)}>
          Đăng xuất mọi nơi
        </Button>
      </div>
    </div>
  );
}
