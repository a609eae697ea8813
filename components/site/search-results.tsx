import { ArticleCard } from '#components/cards/article-card.tsx';
import { FoundCard } from '#components/cards/found-card.tsx';
import type { Closeness, FoundArticle, SearchPage } from '#lib/search/types.ts';
import { type SearchAddress, searchPath } from '#lib/site/search-address.ts';
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

function Nothing({ address, results }: Props) {
  return (
    <div className="search-nothing">
      <p>
        {address.text ? `Không có bài nào khớp với “${address.text}”` : 'Không có bài nào'}
        {address.section || address.author || address.from || address.to ? ' trong phạm vi đã lọc' : ''}.
      </p>
      <ul>
        <li>Thử ít từ hơn, hoặc từ khác cùng nghĩa.</li>
        <li>Gõ có dấu hay không dấu đều được; gõ sai dấu thì nên bỏ dấu.</li>
        {(address.section || address.author || address.from || address.to) && (
          <li>
            <a href={searchPath({ text: address.text })} rel="nofollow">
              Tìm lại trên toàn báo, không lọc
            </a>
          </li>
        )}
      </ul>
      {results.newest.length > 0 && (
        <section aria-labelledby="bai-moi">
          <h2 id="bai-moi" className="block-title">
            Bài mới nhất
          </h2>
          <ul className="card-column">
            {results.newest.map((card) => (
              <li key={card.id}>
                <ArticleCard card={card} variant="row" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
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
        <Nothing address={address} results={results} />
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
