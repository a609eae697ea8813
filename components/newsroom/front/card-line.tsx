import { Picture } from '#components/site/picture.tsx';
import type { ArticleCard } from '#lib/articles/types.ts';
import { dateAndTime } from '#lib/site/dates.ts';

/** An article in one line, with its picture: what an editor needs to know it again. */
export function CardLine({ card }: { card: ArticleCard }) {
  return (
    <div className="card-line">
      <div className="card-line-picture">
        {card.cover && <Picture picture={card.cover} alt="" sizes="72px" maxWidth={320} />}
      </div>
      <div>
        <p className="headline card-line-title">{card.title}</p>
        <p className="quiet small">
          {card.section.name} · {dateAndTime(card.publishedAt)}
          {!card.cover && ' · không có ảnh'}
        </p>
      </div>
    </div>
  );
}
