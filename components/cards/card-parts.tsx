import type { ArticleCard, NamedLink } from '#lib/articles/types.ts';

/** The name of a card's section, above its headline. */
export function SectionLabel({ section }: { section: NamedLink }) {
  return (
    <a href={section.href} className="label">
      {section.name}
    </a>
  );
}

/** An article's sapo as lists show it, with its agency before it. */
export function CardSapo({ card }: { card: ArticleCard }) {
  return (
    <p className="card-sapo">
      {card.agency && <span className="agency">{card.agency} - </span>}
      {card.sapo}
    </p>
  );
}
