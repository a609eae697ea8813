import type { Metadata } from 'next';
import { BoardGroups } from '#components/newsroom/board/board-groups.tsx';
import { KeepFresh } from '#components/newsroom/board/keep-fresh.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { readBoard } from '#lib/articles/board.ts';
import { signedIn } from '../signed-in.ts';

export const metadata: Metadata = { title: 'Cần xử lý' };

export default async function BoardPage() {
  const actor = await signedIn('/admin');
  const board = await readBoard(actor);
  return (
    <>
      <PageHead title="Cần xử lý" />
      <KeepFresh />
      {board.length > 0 ? (
        <BoardGroups board={board} now={new Date()} />
      ) : (
        <EmptyState>
          <p>Không có việc gì đang chờ bạn.</p>
        </EmptyState>
      )}
    </>
  );
}
