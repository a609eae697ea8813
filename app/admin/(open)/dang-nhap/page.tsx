import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { givenAnswer } from '#app/admin/door.ts';
import { SignInForm } from '#components/newsroom/accounts/sign-in-form.tsx';
import { Link } from '#components/ui/link.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { returnPath } from '#lib/staff/return-path.ts';
import { getActor } from '#lib/staff/session.ts';
import { signIn } from './actions.ts';

export const metadata: Metadata = { title: 'Đăng nhập' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { ve, xong } = await searchParams;
  if (await getActor()) redirect(returnPath(ve));
  return (
    <>
      <h1>Đăng nhập</h1>
      {xong === 'mat-khau' && (
        <StatusMessage>Đã đặt mật khẩu mới. Hãy đăng nhập bằng mật khẩu ấy.</StatusMessage>
      )}
      <SignInForm signIn={signIn} given={await givenAnswer(signIn)} returnTo={returnPath(ve)} />
      <p className="quiet">
        <Link href="/admin/quen-mat-khau">Quên mật khẩu?</Link>
      </p>
    </>
  );
}
