import type { NamedLink } from '#lib/articles/types.ts';
import type { MostReadLists } from '#lib/most-read/types.ts';

/** Headlines in the order of how many read them; no pictures, they stand elsewhere on the page. */
function Ranking({ links }: { links: NamedLink[] }) {
  return (
    <ol className="ranking">
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href}>{link.name}</a>
        </li>
      ))}
    </ol>
  );
}

const spans = { day: '24 giờ qua', week: '7 ngày qua' };

/** "Đọc nhiều" on a front: what is read most today, whether it stands above or not, and what else was this week. */
export function MostRead({ lists }: { lists: MostReadLists }) {
  const filled = (['day', 'week'] as const).filter((span) => lists[span].length > 0);
  if (filled.length === 0) return null;
  return (
    <section className="most-read" aria-labelledby="doc-nhieu">
      <h2 id="doc-nhieu" className="block-title">
        Đọc nhiều
      </h2>
      <div className={filled.length > 1 ? 'most-read-lists most-read-two' : 'most-read-lists'}>
        {filled.map((span) => (
          <div key={span}>
            <h3 className="label-plain">{spans[span]}</h3>
            <Ranking links={lists[span]} />
          </div>
        ))}
      </div>
    </section>
  );
}

/** "Đọc nhiều" beside an article. */
export function MostReadBeside({ links, section }: { links: NamedLink[]; section: string }) {
  if (links.length === 0) return null;
  return (
    <section className="most-read most-read-beside" aria-labelledby="doc-nhieu">
      <h2 id="doc-nhieu" className="rail-title">
        Đọc nhiều trong mục {section}
      </h2>
      <p className="label-plain">{spans.week}</p>
      <Ranking links={links} />
    </section>
  );
}
