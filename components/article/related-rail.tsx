import { ArticleCard } from '#components/cards/article-card.tsx';
import type { ArticleCard as Card } from '#lib/articles/types.ts';

/** "Đọc thêm", and the way on to the section's older articles. */
export function RelatedRail({ cards, moreHref }: { cards: Card[]; moreHref: string }) {
  if (cards.length === 0) return null;
  return (
    <aside className="rail" aria-labelledby="doc-them">
      <h2 id="doc-them" className="rail-title">
        Đọc thêm
      </h2>
      <ul data-more-into>
        {cards.map((card) => (
          <li key={card.id}>
            <ArticleCard card={card} variant="rail" />
          </li>
        ))}
      </ul>
      <p className="pager">
        <a href={moreHref} data-more>
          Xem thêm
        </a>
      </p>
    </aside>
  );
}
