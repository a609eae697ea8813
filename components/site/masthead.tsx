import type { Frame } from '#lib/front/types.ts';
import { isoWithOffset, weekdayAndDay } from '#lib/site/dates.ts';
import { BreakingBar } from './breaking-bar.tsx';
import { MastheadName } from './masthead-name.tsx';
import { SearchBox } from './search-box.tsx';
import { SectionBar } from './section-bar.tsx';

interface Props {
  frame: Frame;
  /** The front page carries the paper's name large and as its heading; the others small, as the way home. */
  variant: 'front' | 'inner';
  /** Address of the section that the page belongs to. */
  current?: string | undefined;
}

export function Masthead({ frame, variant, current }: Props) {
  const { paper, sections, today, breaking } = frame;
  const name = (
    <a href="/" className="masthead-name" aria-current={variant === 'front' ? 'page' : undefined}>
      <MastheadName paper={paper} />
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
      {variant === 'front' && paper.motto && <p className="masthead-motto">{paper.motto}</p>}
      {breaking && <BreakingBar line={breaking} />}
      <SectionBar sections={sections} current={current} />
    </header>
  );
}
