import { Link } from '#components/ui/link.tsx';
import { type Column, Table } from '#components/ui/table.tsx';
import { dateAndTime } from '#lib/site/dates.ts';
import { isLimited, roleNames, type StaffRow } from '#lib/staff/types.ts';

function stateOf({ isDisabled, hasPassword, hasTwoFactor }: StaffRow): string {
  if (isDisabled) return 'Đã khóa';
  if (!hasPassword) return 'Chưa đặt mật khẩu';
  return hasTwoFactor ? 'Xác thực hai bước' : 'Chỉ mật khẩu';
}

const columns: Column<StaffRow>[] = [
  {
    key: 'name',
    header: 'Họ tên',
    isHead: true,
    cell: ({ id, name, email }) => (
      <>
        <Link href={`/admin/tai-khoan/${id}`}>{name}</Link>
        <div className="quiet small">{email}</div>
      </>
    ),
  },
  { key: 'role', header: 'Vai trò', cell: ({ role }) => roleNames[role] },
  {
    key: 'sections',
    header: 'Chuyên mục',
    onlyWide: true,
    cell: ({ role, sections }) => (isLimited(role) ? sections.join(', ') : 'Tất cả'),
  },
  { key: 'state', header: 'Đăng nhập', cell: stateOf },
  {
    key: 'seen',
    header: 'Dùng lần cuối',
    onlyWide: true,
    fit: true,
    cell: ({ seenAt }) =>
      seenAt ? (
        <time dateTime={seenAt.toISOString()}>{dateAndTime(seenAt)}</time>
      ) : (
        <span className="quiet">Chưa</span>
      ),
  },
];

/** Everybody of the newsroom. */
export function StaffList({ staff }: { staff: readonly StaffRow[] }) {
  return <Table caption="Tài khoản" columns={columns} rows={staff} rowKey={({ id }) => id} />;
}
