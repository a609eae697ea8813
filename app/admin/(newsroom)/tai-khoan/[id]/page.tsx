import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EditStaff } from '#components/newsroom/accounts/edit-staff.tsx';
import { StaffTools } from '#components/newsroom/accounts/staff-tools.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { findStaff, listSectionChoices } from '#lib/staff/list-staff.ts';
import { signedIn } from '../../../signed-in.ts';
import { changeStaff, disableStaff, enableStaff, makeStaffLink, removeTwoFactor } from '../actions.ts';

export const metadata: Metadata = { title: 'Sửa tài khoản' };

export default async function StaffMemberPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await signedIn(`/admin/tai-khoan/${id}`, 'staff.manage');
  const staff = (await findStaff(actor, Number(id))) ?? notFound();
  const { name, email, role, categoryIds } = staff;
  return (
    <>
      <PageHead title={name} back={{ href: '/admin/tai-khoan', label: 'Tài khoản' }}>
        <LinkButton href={`/admin/nhat-ky?nguoi=${staff.id}`}>Đã làm gì</LinkButton>
        <LinkButton href={`/admin/nhat-ky?loai=staff&so=${staff.id}`}>Lịch sử tài khoản</LinkButton>
      </PageHead>
      <EditStaff
        id={staff.id}
        initial={{ name, email, role, categoryIds }}
        sections={await listSectionChoices()}
        changeStaff={changeStaff}
      />
      <section className="panel stack" aria-labelledby="dang-nhap">
        <h2 id="dang-nhap">Việc đăng nhập</h2>
        <StaffTools
          staff={staff}
          isSelf={staff.id === actor.id}
          actions={{
            makeLink: makeStaffLink,
            removeTwoFactor,
            disable: disableStaff,
            enable: enableStaff,
          }}
        />
      </section>
    </>
  );
}
