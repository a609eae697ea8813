import type { Metadata } from 'next';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { signedIn } from '../signed-in.ts';

export const metadata: Metadata = { title: 'Cần xử lý' };

export default async function BoardPage() {
  await signedIn('/admin');
  return (
    <>
      <PageHead title="Cần xử lý" />
      <EmptyState>
        <p>Không có việc gì đang chờ bạn.</p>
      </EmptyState>
    </>
  );
}
