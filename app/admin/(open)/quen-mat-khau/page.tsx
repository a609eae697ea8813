import type { Metadata } from 'next';
import { connection } from 'next/server';
import { givenAnswer } from '#app/admin/door.ts';
import { AskLinkForm } from '#components/newsroom/accounts/ask-link-form.tsx';
import { Link } from '#components/ui/link.tsx';
import { canSendMail } from '#lib/staff/mail.ts';
import { askForLink } from './actions.ts';

export const metadata: Metadata = { title: 'Quên mật khẩu' };

export default async function ForgottenPasswordPage() {
  await connection();
  return (
    <>
      <h1>Quên mật khẩu</h1>
      {canSendMail() ? (
        <AskLinkForm askForLink={askForLink} given={await givenAnswer(askForLink)} />
      ) : (
        <p>
          Tòa soạn này chưa gửi thư được. Hãy nhờ quản trị mở mục Tài khoản và tạo cho bạn một liên kết đặt
          mật khẩu.
        </p>
      )}
      <p className="quiet">
        <Link href="/admin/dang-nhap">Về trang đăng nhập</Link>
      </p>
    </>
  );
}
