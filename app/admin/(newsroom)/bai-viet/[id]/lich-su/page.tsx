import type { Metadata } from 'next';
import { z } from 'zod';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { RevisionList } from '#components/newsroom/revisions/revision-list.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { listRevisions } from '#lib/articles/revisions.ts';
import { orNotFound } from '../../../../or-not-found.ts';
import { signedIn } from '../../../../signed-in.ts';
import { restoreRevisionAction } from './actions.ts';

export const metadata: Metadata = { title: 'Lịch sử bài' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ trang?: string }>;
}

const asked = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

export default async function HistoryPage({ params, searchParams }: Props) {
  const given = await params;
  const page = pageNumber.parse((await searchParams).trang ?? 1);
  const address = `/admin/bai-viet/${given.id}/lich-su`;
  const actor = await signedIn(address);
  const { id } = await orNotFound(asked.parseAsync(given));
  const history = await orNotFound(listRevisions(actor, { id, page }));
  return (
    <>
      <PageHead
        title="Lịch sử bài"
        intro={history.title || 'Bài chưa có tiêu đề'}
        back={{ href: `/admin/bai-viet/${id}`, label: 'Về bài' }}
      />
      <RevisionList articleId={id} history={history} restore={restoreRevisionAction} />
      <Pager page={page} hasMore={history.hasMore} hrefOf={(other) => `${address}?trang=${other}`} />
    </>
  );
}
