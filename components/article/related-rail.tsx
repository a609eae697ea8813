import { ArticleCard } from '#components/cards/article-card.tsx';
import { MostReadBeside } from '#components/cards/most-read.tsx';
import type { ArticleCard as Card, NamedLink } from '#lib/articles/types.ts';

/** What stands beside an article, or under it on a phone. */
export interface Rail {
  related: Card[];
  /** Where "Xem thêm" leads. */
  moreHref: string;
  /** What else is read most in its section. */
  mostRead: NamedLink[];
}

/** "Đọc thêm" and the way on to the section's older articles; below it what is read most. */
export function RelatedRail({ rail, section }: { rail: Rail; section: string }) {
  const { related, moreHref, mostRead } = rail;
  if (related.length === 0) return null;
  return (
    <aside className="rail" aria-labelledby="doc-them">
      <h2 id="doc-them" className="rail-title">
        Đọc thêm
      </h2>
      <ul data-more-into>
        {related.map((card) => (
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
      <MostReadBeside links={mostRead} section={section} />
    </aside>
  );
}
