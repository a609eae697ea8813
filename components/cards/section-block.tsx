import type { ArticleCard as Card } from '#lib/articles/types.ts';
import type { SectionLink } from '#lib/categories/types.ts';
import { ArticleCard } from './article-card.tsx';

/** A section on the front page: its first article with picture and sapo, the others by their headlines. */
export function SectionBlock({ section, cards }: { section: SectionLink; cards: Card[] }) {
  const [first, ...others] = cards;
  const id = `muc-${section.id}`;
  return (
    <section className="section-block" aria-labelledby={id}>
      <div className="block-head">
        <h2 id={id} className="block-title">
          <a href={section.href}>{section.name}</a>
        </h2>
        {section.children.length > 0 && (
          <ul className="block-children">
            {section.children.map((child) => (
              <li key={child.id}>
                <a href={child.href}>{child.name}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="block-body">
        {first && <ArticleCard card={first} variant="block" />}
        {others.length > 0 && (
          <ul className="block-headlines">
            {others.map((card) => (
              <li key={card.id}>
                <ArticleCard card={card} variant="headline" />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
