import { Picture } from '#components/site/picture.tsx';
import { PublishedTime } from '#components/site/published-time.tsx';
import type { FoundArticle, Piece } from '#lib/search/types.ts';
import { SectionLabel } from './card-parts.tsx';

/** A line with what was looked for marked in it. */
function Marked({ pieces }: { pieces: Piece[] }) {
  let from = 0;
  return pieces.map(({ text, isHit }) => {
    const key = from;
    from += text.length;
    return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}

/** An article among search results: as cards in lists are, with the words that were looked for marked. */
export function FoundCard({ article, level }: { article: FoundArticle; level: 2 | 3 }) {
  const { card, title, excerpt } = article;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className="card card-row card-found" data-article={card.id}>
      {card.cover && (
        <div className="card-picture">
          <Picture
            picture={card.cover}
            alt={card.cover.alt}
            sizes="(min-width: 768px) 160px, 28vw"
            maxWidth={320}
          />
        </div>
      )}
      <div className="card-text">
        <SectionLabel section={card.section} />
        <Heading className="card-title">
          <a href={card.href}>
            <Marked pieces={title} />
          </a>
        </Heading>
        <p className="card-sapo">
          <Marked pieces={excerpt} />
        </p>
        <PublishedTime at={card.publishedAt} className="card-time" />
      </div>
    </article>
  );
}
