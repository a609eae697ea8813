import { acrossPhone, Picture } from '#components/site/picture.tsx';
import { PublishedTime } from '#components/site/published-time.tsx';
import type { ArticleCard as Card } from '#lib/articles/types.ts';
import { CardSapo, SectionLabel } from './card-parts.tsx';

type Variant = 'lead' | 'opener' | 'second' | 'beside' | 'third' | 'block' | 'row' | 'rail' | 'headline';

// "opener" and "beside" are lead and second on a section's front, where they stand wider.
const looks: Partial<Record<Variant, string>> = { opener: 'lead', beside: 'second' };

// What each rank of card shows, and how wide its picture stands: phone first, then the grid of 1280.
const ranks = {
  lead: {
    picture: `(min-width: 1280px) 620px, (min-width: 768px) 62vw, ${acrossPhone}`,
    maxWidth: 1280,
    sapo: true,
    label: true,
    time: true,
  },
  opener: {
    picture: `(min-width: 1280px) 810px, (min-width: 768px) 64vw, ${acrossPhone}`,
    maxWidth: 1920,
    sapo: true,
    label: true,
    time: true,
  },
  beside: {
    picture: `(min-width: 1280px) 404px, (min-width: 768px) 31vw, ${acrossPhone}`,
    maxWidth: 960,
    sapo: true,
    label: true,
    time: false,
  },
  second: {
    picture: `(min-width: 1152px) 290px, (min-width: 768px) 32vw, ${acrossPhone}`,
    maxWidth: 960,
    sapo: true,
    label: true,
    time: false,
  },
  third: { picture: '(min-width: 768px) 24vw, 40vw', maxWidth: 640, sapo: false, label: true, time: false },
  block: {
    picture: `(min-width: 1152px) 290px, (min-width: 576px) 48vw, ${acrossPhone}`,
    maxWidth: 960,
    sapo: true,
    label: false,
    time: false,
  },
  row: { picture: '(min-width: 768px) 240px, 35vw', maxWidth: 640, sapo: true, label: true, time: true },
  rail: { picture: '120px', maxWidth: 320, sapo: true, label: true, time: false },
  headline: { picture: null, maxWidth: 0, sapo: false, label: false, time: false },
} as const;

interface Props {
  card: Card;
  variant: Variant;
  /** The heading's level in the page's outline. */
  level?: 2 | 3;
  /** True for the page's first picture. */
  priority?: boolean;
}

/** An article in a list or on a front. The whole card leads to it; the picture is no second link to the same place. */
export function ArticleCard({ card, variant, level = 3, priority = false }: Props) {
  const rank = ranks[variant];
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className={`card card-${looks[variant] ?? variant}`} data-article={card.id}>
      {rank.picture && card.cover && (
        <div className="card-picture">
          <Picture
            picture={card.cover}
            alt={card.cover.alt}
            sizes={rank.picture}
            maxWidth={rank.maxWidth}
            priority={priority}
          />
        </div>
      )}
      <div className="card-text">
        {rank.label && <SectionLabel section={card.section} />}
        <Heading className="card-title">
          <a href={card.href}>{card.title}</a>
        </Heading>
        {rank.sapo && <CardSapo card={card} />}
        {rank.time && <PublishedTime at={card.publishedAt} className="card-time" />}
      </div>
    </article>
  );
}
