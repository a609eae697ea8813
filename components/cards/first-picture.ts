import type { ArticleCard } from '#lib/articles/types.ts';

/** A card further down is hardly on a phone's first screen. */
const onFirstScreen = 3;

/**
 * Of cards in the order they stand in, the one whose picture is the page's first: it is fetched at once, the others as the
 * reader comes near them. Undefined where none of the first cards has a picture.
 */
export const withFirstPicture = (cards: readonly ArticleCard[]): ArticleCard | undefined =>
  cards.slice(0, onFirstScreen).find(({ cover }) => cover);
