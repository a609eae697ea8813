import type { SectionLink } from '#lib/categories/types.ts';
import { isoWithOffset, weekdayAndDay } from '#lib/site/dates.ts';
import { paper } from '#lib/site/paper.ts';
import { SearchBox } from './search-box.tsx';
import { SectionBar } from './section-bar.tsx';

interface Props {
  sections: SectionLink[];
  today: Date;
  /** The front page carries the paper's name large and as its heading; the others small, as the way home. */
  variant: 'front' | 'inner';
  /** Address of the section that the page belongs to. */
  current?: string | undefined;
}

export function Masthead({ sections, today, variant, current }: Props) {
  const name = (
    <a href="/" className="masthead-name" aria-current={variant === 'front' ? 'page' : undefined}>
      <span className="masthead-kicker">{paper.masthead.kicker}</span>{' '}
      <span className="masthead-title">{paper.masthead.title}</span>
    </a>
  );
  return (
    <header className={`masthead masthead-${variant}`}>
      <a href="#noi-dung" className="skip-link">
        Đến nội dung chính
      </a>
      <div className="masthead-row">
        <p className="masthead-date">
          <time dateTime={isoWithOffset(today).slice(0, 10)}>{weekdayAndDay(today)}</time>
        </p>
        {variant === 'front' ? (
          <h1 className="masthead-brand">{name}</h1>
        ) : (
          <p className="masthead-brand">{name}</p>
        )}
        <SearchBox id="tim-dau-trang" className="masthead-search" />
      </div>
      {variant === 'front' && <p className="masthead-motto">{paper.motto}</p>}
      <SectionBar sections={sections} current={current} />
    </header>
  );
}
