import { PublishedTime } from '#components/site/published-time.tsx';
import type { ArticleCard as Card } from '#lib/articles/types.ts';
import { ArticleCard } from './article-card.tsx';

/** The newest, by time: headlines only. */
export function LatestColumn({ cards }: { cards: Card[] }) {
  if (cards.length === 0) return null;
  return (
    <section className="front-latest" aria-labelledby="moi-nhat">
      <h2 id="moi-nhat" className="block-title">
        Mới nhất
      </h2>
      <ol>
        {cards.map((card) => (
          <li key={card.id}>
            <PublishedTime at={card.publishedAt} className="card-time" />
            <ArticleCard card={card} variant="headline" />
          </li>
        ))}
      </ol>
    </section>
  );
}
