import type { FrontPage } from '#lib/front/types.ts';
import type { MostReadLists } from '#lib/most-read/types.ts';
import { ArticleCard } from './article-card.tsx';
import { withFirstPicture } from './first-picture.ts';
import { LatestColumn } from './latest-column.tsx';
import { MostRead } from './most-read.tsx';
import { SectionBlock } from './section-block.tsx';

/** The front page's grid: the lead, those around it, the column of the newest, what is read most, a block for each section. */
export function FrontPageGrid({ front, mostRead }: { front: FrontPage; mostRead: MostReadLists }) {
  if (!front.lead) return <p className="empty">Tòa soạn chưa xuất bản bài nào.</p>;
  const first = withFirstPicture([front.lead, ...front.seconds]);
  return (
    <>
      <div className="front-top">
        <div className="front-lead">
          <ArticleCard card={front.lead} variant="lead" level={2} priority={front.lead === first} />
        </div>
        <div className="front-seconds">
          {front.seconds.map((card) => (
            <ArticleCard key={card.id} card={card} variant="second" level={2} priority={card === first} />
          ))}
        </div>
        <LatestColumn cards={front.latest} />
        <div className="front-thirds">
          {front.thirds.map((card) => (
            <ArticleCard key={card.id} card={card} variant="third" level={2} />
          ))}
        </div>
      </div>
      <MostRead lists={mostRead} />
      <div className="front-sections">
        {front.sections.map(({ section, cards }) => (
          <SectionBlock key={section.id} section={section} cards={cards} />
        ))}
      </div>
    </>
  );
}
