import type { ReactNode } from 'react';
import type { Frame } from '#lib/front/types.ts';
import { Footer } from './footer.tsx';
import { HtmlOnce } from './html-once.tsx';
import { Masthead } from './masthead.tsx';

interface Props {
  frame: Frame;
  variant?: 'front' | 'inner';
  current?: string | undefined;
  children: ReactNode;
}

/** What every reader's page stands in: masthead, the page itself, footer. */
export function ReaderPage({ frame, variant = 'inner', current, children }: Props) {
  return (
    <HtmlOnce>
      <Masthead frame={frame} variant={variant} current={current} />
      <main id="noi-dung" tabIndex={-1}>
        {children}
      </main>
      <Footer paper={frame.paper} sections={frame.sections} />
    </HtmlOnce>
  );
}
