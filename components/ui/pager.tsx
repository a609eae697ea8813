import { LinkButton } from './link-button.tsx';

interface Props {
  page: number;
  /** How many there are; left out where counting them would take longer than reading them. */
  pages?: number | undefined;
  hasMore: boolean;
  hrefOf: (page: number) => string;
}

/** The way to the other pages of a list; nothing where there is only one. */
export function Pager({ page, pages, hasMore, hrefOf }: Props) {
  if (page === 1 && !hasMore) return null;
  return (
    <nav className="pager" aria-label="Các trang của danh sách">
      {page > 2 && <LinkButton href={hrefOf(1)}>Trang đầu</LinkButton>}
      {page > 1 && (
        <LinkButton href={hrefOf(page - 1)} rel="prev">
          Trang trước
        </LinkButton>
      )}
      <span className="pager-place">
        Trang {page}
        {pages !== undefined && ` / ${pages}`}
      </span>
      {hasMore && (
        <LinkButton href={hrefOf(page + 1)} rel="next">
          Trang sau
        </LinkButton>
      )}
    </nav>
  );
}
