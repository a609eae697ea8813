import type { ReactNode } from 'react';
import type { SectionLink } from '#lib/categories/types.ts';
import { Footer } from './footer.tsx';
import { Masthead } from './masthead.tsx';

interface Props {
  sections: SectionLink[];
  today: Date;
  variant?: 'front' | 'inner';
  current?: string | undefined;
  children: ReactNode;
}

/** What every reader's page stands in: masthead, the page itself, footer. */
export function ReaderPage({ sections, today, variant = 'inner', current, children }: Props) {
  return (
    <>
      <Masthead sections={sections} today={today} variant={variant} current={current} />
      <main id="noi-dung" tabIndex={-1}>
        {children}
      </main>
      <Footer sections={sections} />
    </>
  );
}
