import type { SearchPage } from '#lib/search/types.ts';
import { type SearchAddress, searchPath } from '#lib/site/search-address.ts';

interface Props {
  address: SearchAddress;
  results: SearchPage;
}

/** The first and last page, this one and its neighbours; null where pages are left out between two of them. */
function shownPages(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((one, index) => {
    const before = sorted[index - 1] ?? one;
    return one - before > 1 ? [null, one] : [one];
  });
}

/** The way through the pages of results. */
export function SearchPager({ address, results: { page, pages, isMore } }: Props) {
  if (pages === 1) return null;
  return (
    <>
      <nav aria-label="Các trang kết quả" className="search-pager">
        {page > 1 && (
          <a href={searchPath(address, page - 1)} rel="prev nofollow">
            Trước
          </a>
        )}
        <ol>
          {shownPages(page, pages).map((one, index) => (
            <li key={one ?? `gap-${index}`}>
              {one === null ? (
                <span aria-hidden="true">…</span>
              ) : (
                <a
                  href={searchPath(address, one)}
                  rel="nofollow"
                  aria-label={`Trang ${one}`}
                  aria-current={one === page ? 'page' : undefined}
                >
                  {one}
                </a>
              )}
            </li>
          ))}
        </ol>
        {page < pages && (
          <a href={searchPath(address, page + 1)} rel="next nofollow">
            Sau
          </a>
        )}
      </nav>
      {isMore && page === pages && (
        <p className="search-remark">
          Còn nhiều bài nữa. Thêm từ, hoặc lọc theo chuyên mục và ngày để thấy những bài cũ hơn.
        </p>
      )}
    </>
  );
}
