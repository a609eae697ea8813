import type { SectionLink } from '#lib/categories/types.ts';
import { longestQuery, type SearchAddress } from '#lib/site/search-address.ts';

interface Props {
  address: SearchAddress;
  sections: SectionLink[];
  /** The author's name as the paper writes it; null where nobody is called so. */
  author: string | null;
}

function SectionOptions({ sections }: Pick<Props, 'sections'>) {
  const pathOf = ({ href }: SectionLink) => href.slice(1);
  return sections.flatMap((section) => [
    <option key={section.id} value={pathOf(section)}>
      {section.name}
    </option>,
    ...section.children.map((child) => (
      <option key={child.id} value={pathOf(child)}>
        {`${section.name} › ${child.name}`}
      </option>
    )),
  ]);
}

/** What the search is narrowed to. Closed until something is, so that a phone shows results first. */
function Narrowing({ address, sections, author }: Props) {
  const isNarrowed = [address.section, address.author, address.from, address.to].some((one) => one !== null);
  return (
    <details className="search-narrowing" open={isNarrowed}>
      <summary>Lọc kết quả</summary>
      <div className="search-fields">
        <label>
          Chuyên mục
          <select name="muc" defaultValue={address.section ?? ''}>
            <option value="">Mọi chuyên mục</option>
            <SectionOptions sections={sections} />
          </select>
        </label>
        <label>
          Tác giả
          <input
            type="text"
            name="tac-gia"
            defaultValue={author ?? address.author ?? ''}
            maxLength={100}
            autoComplete="off"
            aria-describedby={address.author && !author ? 'khong-co-tac-gia' : undefined}
          />
        </label>
        <label>
          Từ ngày
          <input type="date" name="tu" defaultValue={address.from ?? ''} />
        </label>
        <label>
          Đến ngày
          <input type="date" name="den" defaultValue={address.to ?? ''} />
        </label>
      </div>
      {address.author && !author && (
        <p id="khong-co-tac-gia" className="search-remark">
          Báo không có tác giả nào tên “{address.author}”, nên kết quả không lọc theo tác giả.
        </p>
      )}
    </details>
  );
}

/** The whole search as one plain form: its address is the search, with or without script. */
export function SearchForm(props: Props) {
  const { address } = props;
  return (
    <search>
      <form action="/tim-kiem" method="get" className="search-form">
        <div className="search-box">
          <label htmlFor="tim-trang" className="sr-only">
            Tìm bài viết
          </label>
          <input
            id="tim-trang"
            type="search"
            name="q"
            defaultValue={address.text}
            maxLength={longestQuery}
            placeholder="Tìm bài"
            autoComplete="off"
            data-suggest
          />
          <button type="submit">Tìm</button>
        </div>
        <Narrowing {...props} />
        {address.order === 'newest' && <input type="hidden" name="xep" value="moi" />}
      </form>
    </search>
  );
}
