import { CardColumn, Pager } from '#components/cards/article-list.tsx';
import type { ArticleList } from '#lib/articles/types.ts';
import { searchPath } from '#lib/site/urls.ts';
import { SearchBox } from './search-box.tsx';

/** The search box and what was found; `list` is null before anything was asked. */
export function SearchResults({ query, list }: { query: string; list: ArticleList | null }) {
  return (
    <div className="list-page">
      <header className="list-header">
        <h1>Tìm kiếm</h1>
        <SearchBox id="tim-trang" query={query} className="search-page-box" />
      </header>
      {list && list.cards.length === 0 && (
        <p className="empty">
          Không có bài nào chứa đủ các từ của “{query}”. Thử ít từ hơn; gõ có dấu hay không dấu đều được.
        </p>
      )}
      {list && list.cards.length > 0 && (
        <>
          <CardColumn cards={list.cards} />
          <Pager base={query} list={list} path={searchPath} />
        </>
      )}
    </div>
  );
}
