import type { Metadata } from 'next';
import { AddStaff } from '#components/newsroom/accounts/add-staff.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { listSectionChoices } from '#lib/staff/list-staff.ts';
import { signedIn } from '../../../signed-in.ts';
import { addStaff } from '../actions.ts';

export const metadata: Metadata = { title: 'Thêm tài khoản' };

export default async function AddStaffPage() {
  await signedIn('/admin/tai-khoan/them', 'staff.manage');
  return (
    <>
      <PageHead title="Thêm tài khoản" back={{ href: '/admin/tai-khoan', label: 'Tài khoản' }} />
      <AddStaff addStaff={addStaff} sections={await listSectionChoices()} />
    </>
  );
}
