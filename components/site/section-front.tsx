import { ArticleCard } from '#components/cards/article-card.tsx';
import { withFirstPicture } from '#components/cards/first-picture.ts';
import { MostRead } from '#components/cards/most-read.tsx';
import type { ArticleList } from '#lib/articles/types.ts';
import type { SectionLink } from '#lib/categories/types.ts';
import type { Frame } from '#lib/front/types.ts';
import type { MostReadLists } from '#lib/most-read/types.ts';
import { ListPage } from './list-page.tsx';
import { ReaderPage } from './reader-page.tsx';

interface Props {
  section: SectionLink & { parent: SectionLink | null };
  list: ArticleList;
  /** On the first page. */
  mostRead: MostReadLists | null;
  frame: Frame;
}

/** The way from a section to its children, or from a child to its parent and siblings. */
function Neighbours({ section }: { section: Props['section'] }) {
  const top = section.parent ?? section;
  if (top.children.length === 0) return null;
  return (
    <nav aria-label={`Trong mục ${top.name}`} className="neighbours">
      <ul>
        {[top, ...top.children].map((link) => (
          <li key={link.id}>
            <a href={link.href} aria-current={link.id === section.id ? 'page' : undefined}>
              {link === top ? `Tất cả ${top.name}` : link.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A section's page: on its first, three articles stand large above the others. */
export function SectionFront({ section, list, mostRead, frame }: Props) {
  const top = list.page === 1 ? list.cards.slice(0, 3) : [];
  const rest = { ...list, cards: list.cards.slice(top.length) };
  const [lead, ...seconds] = top;
  const first = withFirstPicture(top);
  return (
    <ReaderPage frame={frame} current={section.parent?.href ?? section.href}>
      <ListPage
        title={section.name}
        description={section.description}
        list={rest}
        base={section.href}
        hasPicturesAbove={first !== undefined}
      >
        <Neighbours section={section} />
        {lead && (
          <div className={seconds.length > 0 ? 'section-top section-top-beside' : 'section-top'}>
            <ArticleCard card={lead} variant="opener" level={2} priority={lead === first} />
            {seconds.length > 0 && (
              <div className="section-seconds">
                {seconds.map((card) => (
                  <ArticleCard
                    key={card.id}
                    card={card}
                    variant="beside"
                    level={2}
                    priority={card === first}
                  />
                ))}
              </div>
            )}
          </div>
        )}
        {mostRead && <MostRead lists={mostRead} />}
      </ListPage>
    </ReaderPage>
  );
}
