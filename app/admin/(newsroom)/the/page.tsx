import type { Metadata } from 'next';
import { listHref, readListQuery, type SearchParams } from '#app/admin/list-query.ts';
import { signedIn } from '#app/admin/signed-in.ts';
import { NamedSearch } from '#components/newsroom/desk/named-search.tsx';
import { NamedTable } from '#components/newsroom/desk/named-table.tsx';
import { NewNamed } from '#components/newsroom/desk/new-named.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { listTags } from '#lib/tags/read.ts';
import { createTag, findTags, mergeTags } from './actions.ts';
import { tagWords } from './words.ts';

export const metadata: Metadata = { title: 'Thẻ' };

export default async function TagsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await signedIn('/admin/the', 'tag.manage');
  const query = await readListQuery(searchParams);
  const { rows, page, pages, total } = await listTags(actor, query);
  return (
    <div className="stack">
      <PageHead title="Thẻ" intro={`${total.toLocaleString('vi')} thẻ${query.query ? ' khớp' : ''}.`} />
      <div className="desk-tools">
        <NamedSearch words={tagWords} query={query.query} order={query.order} />
        <NewNamed words={tagWords} create={createTag} />
      </div>
      {rows.length === 0 ? (
        <EmptyState>
          <p>
            {query.query ? 'Không có thẻ nào khớp.' : 'Chưa có thẻ nào. Thẻ mới cũng được tạo khi viết bài.'}
          </p>
        </EmptyState>
      ) : (
        <NamedTable words={tagWords} rows={rows} merging={{ merge: mergeTags, find: findTags }} />
      )}
      <Pager
        page={page}
        pages={pages}
        hasMore={page < pages}
        hrefOf={(n) => listHref(tagWords.base, query, n)}
      />
    </div>
  );
}
