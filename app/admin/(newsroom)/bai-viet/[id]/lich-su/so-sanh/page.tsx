import type { Metadata } from 'next';
import { z } from 'zod';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { CompareView } from '#components/newsroom/revisions/compare-view.tsx';
import { readRevision } from '#lib/articles/revisions.ts';
import { orNotFound } from '../../../../../or-not-found.ts';
import { signedIn } from '../../../../../signed-in.ts';

export const metadata: Metadata = { title: 'So sánh hai bản' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ cu?: string; moi?: string }>;
}

const number = z.coerce.number().int().positive().max(2_147_483_647);
const asked = z.object({ id: number, cu: number, moi: number });

export default async function ComparePage({ params, searchParams }: Props) {
  const given = { ...(await params), ...(await searchParams) };
  const actor = await signedIn(`/admin/bai-viet/${given.id}/lich-su`);
  const { id, cu, moi } = await orNotFound(asked.parseAsync(given));
  // However they were chosen, the older stands on the left.
  const [before, now] = await orNotFound(
    Promise.all([
      readRevision(actor, { id, number: Math.min(cu, moi) }),
      readRevision(actor, { id, number: Math.max(cu, moi) }),
    ]),
  );
  return (
    <>
      <PageHead
        title="So sánh hai bản"
        intro={now.title || 'Bài chưa có tiêu đề'}
        back={{ href: `/admin/bai-viet/${id}/lich-su`, label: 'Lịch sử bài' }}
      />
      <CompareView before={before} now={now} />
    </>
  );
}
