import { ArticleCard } from '#components/cards/article-card.tsx';
import type { SearchPage } from '#lib/search/types.ts';
import { type SearchAddress, searchPath } from '#lib/site/search-address.ts';

const isNarrowed = ({ section, author, from, to }: SearchAddress): boolean =>
  [section, author, from, to].some((one) => one !== null);

function Advice({ address }: { address: SearchAddress }) {
  return (
    <ul>
      {address.text !== '' && (
        <>
          <li>Thử ít từ hơn, hoặc từ khác cùng nghĩa.</li>
          <li>Gõ có dấu hay không dấu đều được; không chắc dấu nào thì cứ bỏ dấu.</li>
        </>
      )}
      {isNarrowed(address) && (
        <li>
          <a href={searchPath({ text: address.text })} rel="nofollow">
            Tìm lại trên toàn báo, không lọc
          </a>
        </li>
      )}
    </ul>
  );
}

/** Instead of results: why there may be none, other ways to ask, and the newest articles. */
export function NothingFound({ address, results }: { address: SearchAddress; results: SearchPage }) {
  return (
    <div className="search-nothing">
      <p role="status">
        {address.text ? `Không có bài nào khớp với “${address.text}”` : 'Không có bài nào'}
        {isNarrowed(address) ? ' trong phạm vi đã lọc' : ''}.
      </p>
      <Advice address={address} />
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
