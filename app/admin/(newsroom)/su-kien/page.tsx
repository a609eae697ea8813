import type { Metadata } from 'next';
import { listHref, readListQuery, type SearchParams } from '#app/admin/list-query.ts';
import { signedIn } from '#app/admin/signed-in.ts';
import { NamedSearch } from '#components/newsroom/desk/named-search.tsx';
import { NamedTable } from '#components/newsroom/desk/named-table.tsx';
import { NewNamed } from '#components/newsroom/desk/new-named.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { listTopicsForDesk } from '#lib/topics/read.ts';
import { createTopic } from './actions.ts';
import { topicWords } from './words.ts';

export const metadata: Metadata = { title: 'Sự kiện' };

export default async function TopicsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await signedIn('/admin/su-kien', 'topic.manage');
  const query = await readListQuery(searchParams);
  const { rows, page, pages, total } = await listTopicsForDesk(actor, query);
  const noted = rows.map(({ closedAt, ...row }) => ({ ...row, note: closedAt ? 'đã khép lại' : undefined }));
  return (
    <div className="stack">
      <PageHead
        title="Sự kiện"
        intro={`${total.toLocaleString('vi')} dòng sự kiện${query.query ? ' khớp' : ''}.`}
      />
      <div className="desk-tools">
        <NamedSearch words={topicWords} query={query.query} order={query.order} />
        <NewNamed words={topicWords} create={createTopic} />
      </div>
      {rows.length === 0 ? (
        <EmptyState>
          <p>{query.query ? 'Không có sự kiện nào khớp.' : 'Chưa có dòng sự kiện nào.'}</p>
        </EmptyState>
      ) : (
        <NamedTable words={topicWords} rows={noted} />
      )}
      <Pager
        page={page}
        pages={pages}
        hasMore={page < pages}
        hrefOf={(n) => listHref(topicWords.base, query, n)}
      />
    </div>
  );
}
