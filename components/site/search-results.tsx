import { FoundCard } from '#components/cards/found-card.tsx';
import type { Closeness, FoundArticle, SearchPage } from '#lib/search/types.ts';
import { type SearchAddress, searchPath } from '#lib/site/search-address.ts';
import { NothingFound } from './nothing-found.tsx';
import { SearchPager } from './search-pager.tsx';

interface Props {
  address: SearchAddress;
  results: SearchPage;
}

const number = new Intl.NumberFormat('vi-VN');

/** What stands above articles that do not have all that was typed. */
const groups: Record<Closeness, string> = {
  all: '',
  otherMarks: 'Cùng chữ, khác dấu',
  some: 'Có gần đủ các từ',
};

function countLine({ total, isMore, page, pages }: SearchPage): string {
  const where = pages > 1 ? `, trang ${page}/${number.format(pages)}` : '';
  return `${isMore ? 'Hơn ' : ''}${number.format(total)} bài${where}`;
}

function OrderLinks({ address }: Pick<Props, 'address'>) {
  const orders = [
    ['best', 'Khớp nhất'],
    ['newest', 'Mới nhất'],
  ] as const;
  return (
    <ul className="search-order" aria-label="Thứ tự">
      {orders.map(([order, name]) => (
        <li key={order}>
          <a
            href={searchPath({ ...address, order })}
            rel="nofollow"
            aria-current={address.order === order ? 'true' : undefined}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Meant({ address, results: { meant } }: Props) {
  if (meant === null) return null;
  return (
    <p className="search-meant">
      Ý bạn là:{' '}
      <a href={searchPath({ ...address, text: meant })} rel="nofollow">
        {meant}
      </a>
      ?
    </p>
  );
}

function Group({ closeness, articles }: { closeness: Closeness; articles: FoundArticle[] }) {
  if (articles.length === 0) return null;
  return (
    <>
      {closeness !== 'all' && <h2 className="search-group">{groups[closeness]}</h2>}
      <ol className="card-column">
        {articles.map((article) => (
          <li key={article.card.id}>
            <FoundCard article={article} level={closeness === 'all' ? 2 : 3} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What was found, how much of it, and the ways on. */
export function SearchResults({ address, results }: Props) {
  const { articles, leftOut } = results;
  const closenesses = ['all', 'otherMarks', 'some'] as const;
  return (
    <>
      <Meant address={address} results={results} />
      {leftOut.length > 0 && (
        <p className="search-remark">Câu tìm dài quá; đã bỏ qua: {leftOut.join(' ')}.</p>
      )}
      {articles.length === 0 ? (
        <NothingFound address={address} results={results} />
      ) : (
        <>
          <div className="search-line">
            <p role="status">
              {results.total > 0
                ? countLine(results)
                : 'Không bài nào có đủ các từ đúng như đã gõ; gần nhất là những bài sau.'}
            </p>
            {address.text !== '' && <OrderLinks address={address} />}
          </div>
          {closenesses.map((closeness) => (
            <Group
              key={closeness}
              closeness={closeness}
              articles={articles.filter((article) => article.closeness === closeness)}
            />
          ))}
          <SearchPager address={address} results={results} />
        </>
      )}
    </>
  );
}
