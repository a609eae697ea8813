import type { Metadata } from 'next';
import { listHref, readListQuery, type SearchParams } from '#app/admin/list-query.ts';
import { signedIn } from '#app/admin/signed-in.ts';
import { NamedSearch } from '#components/newsroom/desk/named-search.tsx';
import { NamedTable } from '#components/newsroom/desk/named-table.tsx';
import { NewNamed } from '#components/newsroom/desk/new-named.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { listBylines } from '#lib/bylines/read.ts';
import { createByline, findBylines, mergeBylines } from './actions.ts';
import { bylineWords } from './words.ts';

export const metadata: Metadata = { title: 'Bút danh' };

export default async function BylinesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await signedIn('/admin/but-danh', 'byline.manage');
  const query = await readListQuery(searchParams);
  const { rows, page, pages, total } = await listBylines(actor, query);
  const noted = rows.map(({ staffName, ...row }) => ({ ...row, note: staffName ?? undefined }));
  return (
    <div className="stack">
      <PageHead
        title="Bút danh"
        intro={`${total.toLocaleString('vi')} bút danh${query.query ? ' khớp' : ''}.`}
      />
      <div className="desk-tools">
        <NamedSearch words={bylineWords} query={query.query} order={query.order} />
        <NewNamed words={bylineWords} create={createByline} />
      </div>
      {rows.length === 0 ? (
        <EmptyState>
          <p>
            {query.query
              ? 'Không có bút danh nào khớp.'
              : 'Chưa có bút danh nào. Bút danh mới cũng được tạo khi viết bài.'}
          </p>
        </EmptyState>
      ) : (
        <NamedTable words={bylineWords} rows={noted} merging={{ merge: mergeBylines, find: findBylines }} />
      )}
      <Pager
        page={page}
        pages={pages}
        hasMore={page < pages}
        hrefOf={(n) => listHref(bylineWords.base, query, n)}
      />
    </div>
  );
}
