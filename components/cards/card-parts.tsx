import type { ArticleCard, NamedLink } from '#lib/articles/types.ts';

/**
 * A card's classes: its look, and whether it is without a picture. Said by the server: a style sheet's :has() would be asked
 * again with everything that comes into the page.
 */
export function cardClass(look: string, cover: object | null): string {
  return `card card-${look}${cover ? '' : ' card-bare'}`;
}

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
