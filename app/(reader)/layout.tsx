import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { PageBasics } from '#components/site/page-basics.tsx';
import { ReaderScripts } from '#components/site/reader-scripts.tsx';
import { SpeculationRules } from '#components/site/speculation-rules.tsx';
import { fontClasses } from './fonts.ts';
import './reader.css';

// Readers' pages are made once and kept; one that needed to know who asks would be an error.
export const dynamic = 'error';
// Seconds. A page is stale for at most an hour even if every notice of a change were lost.
export const revalidate = 3600;

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default function ReaderLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="vi" className={fontClasses} suppressHydrationWarning>
      <head>
        {/* Here and not in Next's `metadata`, whose place before or after the page's own depends on which is there first. */}
        <PageBasics />
        {/* Nothing is painted before the masthead is whole: half of one would move when the rest comes. */}
        <link rel="expect" href="#chuyen-muc" blocking="render" />
        <ReaderScripts />
      </head>
      <body>
        {children}
        <SpeculationRules />
      </body>
    </html>
  );
}
