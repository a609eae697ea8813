import type { Metadata } from 'next';
import { connection } from 'next/server';
import { givenAnswer } from '#app/admin/door.ts';
import { SetPasswordForm } from '#components/newsroom/accounts/set-password-form.tsx';
import { Link } from '#components/ui/link.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { findPasswordLink } from '#lib/staff/password-links.ts';
import { setPassword } from './actions.ts';

export const metadata: Metadata = { title: 'Đặt mật khẩu', referrer: 'no-referrer' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SetPasswordPage({ searchParams }: Props) {
  await connection();
  const { ma } = await searchParams;
  const staff = typeof ma === 'string' ? await findPasswordLink(ma, new Date()) : null;
  return (
    <>
      <h1>Đặt mật khẩu</h1>
      {staff && typeof ma === 'string' ? (
        <SetPasswordForm
          setPassword={setPassword}
          given={await givenAnswer(setPassword)}
          token={ma}
          email={staff.email}
        />
      ) : (
        <StatusMessage kind="danger">
          Liên kết này đã dùng rồi hoặc đã quá hạn. Hãy{' '}
          <Link href="/admin/quen-mat-khau">xin liên kết mới</Link>, hoặc nhờ quản trị tạo cho bạn.
        </StatusMessage>
      )}
      <p className="quiet">
        <Link href="/admin/dang-nhap">Về trang đăng nhập</Link>
      </p>
    </>
  );
}
