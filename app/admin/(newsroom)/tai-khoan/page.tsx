import type { Metadata } from 'next';
import { StaffList } from '#components/newsroom/accounts/staff-list.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { listStaff } from '#lib/staff/list-staff.ts';
import { signedIn } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'Tài khoản' };

export default async function StaffPage() {
  const actor = await signedIn('/admin/tai-khoan', 'staff.manage');
  return (
    <>
      <PageHead title="Tài khoản">
        <LinkButton href="/admin/tai-khoan/them" variant="primary">
          Thêm tài khoản
        </LinkButton>
      </PageHead>
      <StaffList staff={await listStaff(actor)} />
    </>
  );
}
