import type { Metadata } from 'next';
import { ArticleFilter } from '#components/newsroom/article-list/article-filter.tsx';
import { ArticleTable } from '#components/newsroom/article-list/article-table.tsx';
import { ListCount } from '#components/newsroom/article-list/list-count.tsx';
import { PageJump } from '#components/newsroom/article-list/page-jump.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { listAuthors } from '#lib/articles/list-authors.ts';
import { listHref, listParams, listPath, readListQuery } from '#lib/articles/list-query.ts';
import { listForStaff } from '#lib/articles/staff-list.ts';
import { listCategoriesFor } from '#lib/categories/desk.ts';
import { signedIn } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'Bài viết' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ArticlesPage({ searchParams }: Props) {
  const query = readListQuery(await searchParams);
  const actor = await signedIn(listHref(query));
  const [list, sections, authors] = await Promise.all([
    listForStaff(actor, query),
    listCategoriesFor(actor),
    listAuthors(actor),
  ]);
  const { articles, page, pages, total, inText } = list;
  const hrefOf = (n: number) => listHref({ ...query, page: n });
  const chosen = listParams({ ...query, page: 1 });
  return (
    <>
      <PageHead title="Bài viết" />
      <div className="stack">
        {/* Another address, another form: what was chosen before must not stay in its fields. */}
        <ArticleFilter
          key={listHref(query)}
          action={listPath}
          chosen={chosen}
          sections={sections}
          authors={authors}
        />
        <ListCount
          total={total}
          words={query.text}
          inText={inText}
          inTextHref={listHref({ ...query, inText: true, page: 1 })}
        />
        {articles.length > 0 && <ArticleTable articles={articles} />}
        <div className="row">
          <Pager page={page} pages={pages} hasMore={page < pages} hrefOf={hrefOf} />
          <PageJump key={page} action={listPath} page={page} pages={pages} kept={chosen} />
        </div>
      </div>
    </>
  );
}
