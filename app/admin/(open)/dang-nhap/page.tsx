import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { SignInForm } from '#components/newsroom/sign-in-form.tsx';
import { returnPath } from '#lib/staff/return-path.ts';
import { getActor } from '#lib/staff/session.ts';
import { signIn } from './actions.ts';

export const metadata: Metadata = { title: 'Đăng nhập' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function SignIn({ searchParams }: Props) {
  const { ve } = await searchParams;
  if (await getActor()) redirect(returnPath(ve));
  return <SignInForm signIn={signIn} returnTo={returnPath(ve)} />;
}

export default function SignInPage(props: Props) {
  return (
    <>
      <h1>Đăng nhập tòa soạn</h1>
      <Suspense>
        <SignIn {...props} />
      </Suspense>
    </>
  );
}
