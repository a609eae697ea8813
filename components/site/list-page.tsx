import type { ReactNode } from 'react';
import { CardColumn, Pager } from '#components/cards/article-list.tsx';
import type { ArticleList } from '#lib/articles/types.ts';

interface Props {
  /** What kind of list it is: "Tag", "Dòng sự kiện", "Tác giả"; empty for a section. */
  kind?: string;
  title: string;
  description?: string;
  list: ArticleList;
  /** The list's own address, of its first page. */
  base: string;
  /** Between the title and the list: child sections, a section's large articles. */
  children?: ReactNode;
  /** Whether there are pictures among the children. */
  hasPicturesAbove?: boolean;
}

/** A list of articles under its name, with the way to older ones. */
export function ListPage(props: Props) {
  const { kind, title, description, list, base, children, hasPicturesAbove = false } = props;
  return (
    <div className="list-page">
      <header className="list-header">
        {kind && <p className="label-plain">{kind}</p>}
        <h1>
          {title}
          {list.page > 1 && <span className="list-page-number"> - trang {list.page}</span>}
        </h1>
        {description && <p className="list-description">{description}</p>}
      </header>
      {children}
      {list.cards.length > 0 ? (
        <CardColumn cards={list.cards} hasPicturesAbove={hasPicturesAbove} />
      ) : (
        <p className="empty">Chưa có bài nào.</p>
      )}
      <Pager base={base} list={list} />
    </div>
  );
}
