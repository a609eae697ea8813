import type { ArticleCard } from '#lib/articles/types.ts';
import type { SectionLink } from '#lib/categories/types.ts';
import type { FrontPage } from './types.ts';

const counts = { seconds: 2, thirds: 4, latest: 8, perSection: 5 };

/** Takes cards off the front of lists, never the same article twice. */
function dealer() {
  const dealt = new Map<number, ArticleCard>();
  const deal = (
    from: ArticleCard[],
    count: number,
    fits: (card: ArticleCard) => boolean = () => true,
  ): ArticleCard[] => {
    const picked: ArticleCard[] = [];
    for (const card of from) {
      if (picked.length === count) break;
      if (dealt.has(card.id) || !fits(card)) continue;
      dealt.set(card.id, card);
      picked.push(card);
    }
    return picked;
  };
  return { deal, all: () => [...dealt.values()] };
}

/**
 * Sets the front page: pinned articles take the first places in their order, the newest follow. The lead and those
 * around it want a picture; an article without one goes to the column of headlines.
 */
export function composeFront(
  pinned: ArticleCard[],
  newest: ArticleCard[],
  sections: { section: SectionLink; cards: ArticleCard[] }[],
): FrontPage {
  const { deal, all } = dealer();
  const inOrder = [...pinned, ...newest];
  const hasPicture = (card: ArticleCard) => card.cover !== null || pinned.includes(card);
  // A young paper may have no picture at all: then any article leads.
  const lead = deal(inOrder, 1, hasPicture)[0] ?? deal(inOrder, 1)[0] ?? null;
  const seconds = deal(inOrder, counts.seconds, hasPicture);
  const thirds = deal(inOrder, counts.thirds, hasPicture);
  const latest = deal(inOrder, counts.latest);
  const blocks = sections
    .map(({ section, cards }) => ({ section, cards: deal(cards, counts.perSection) }))
    .filter(({ cards }) => cards.length > 0);
  return { lead, seconds, thirds, latest, sections: blocks, all: all() };
}
