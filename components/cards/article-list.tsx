import type { ArticleCard as Card, ArticleList as List } from '#lib/articles/types.ts';
import { listPath } from '#lib/site/urls.ts';
import { ArticleCard } from './article-card.tsx';
import { withFirstPicture } from './first-picture.ts';

interface ColumnProps {
  cards: Card[];
  /** Where there are none, the page's first is among these. */
  hasPicturesAbove: boolean;
}

/** Cards one under the other. */
export function CardColumn({ cards, hasPicturesAbove }: ColumnProps) {
  const first = hasPicturesAbove ? undefined : withFirstPicture(cards);
  return (
    <ul className="card-column" data-more-into>
      {cards.map((card) => (
        <li key={card.id}>
          <ArticleCard card={card} variant="row" level={2} priority={card === first} />
        </li>
      ))}
    </ul>
  );
}

/** The way through a list's pages: real links, which our script turns into "append here". */
export function Pager({ base, list, path = listPath }: { base: string; list: List; path?: typeof listPath }) {
  if (list.page === 1 && !list.hasMore) return null;
  return (
    <nav aria-label="Các trang" className="pager">
      {list.page > 1 && (
        <a href={path(base, list.page - 1)} rel="prev">
          Mới hơn
        </a>
      )}
      {list.page > 1 && <span>Trang {list.page}</span>}
      {list.hasMore && (
        <a href={path(base, list.page + 1)} rel="next" data-more>
          Xem thêm
        </a>
      )}
    </nav>
  );
}
