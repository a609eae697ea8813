import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { ReaderScripts } from '#components/site/reader-scripts.tsx';
import { SpeculationRules } from '#components/site/speculation-rules.tsx';
import { getPaper } from '#lib/settings/paper.ts';
import { siteUrl } from '#lib/site/urls.ts';
import { fontClasses } from './fonts.ts';
import './reader.css';

// Readers' pages are made once and kept; one that needed to know who asks would be an error.
export const dynamic = 'error';
// Seconds. A page is stale for at most an hour even if every notice of a change were lost.
export const revalidate = 3600;

export async function generateMetadata(): Promise<Metadata> {
  const paper = await getPaper();
  return {
    metadataBase: new URL(siteUrl()),
    title: {
      default: [paper.name, paper.motto].filter((text) => text !== '').join(' - '),
      template: `%s | ${paper.name}`,
    },
    ...(paper.description ? { description: paper.description } : {}),
    applicationName: paper.name,
    formatDetection: { telephone: false },
    openGraph: { siteName: paper.name, locale: 'vi_VN', type: 'website' },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcf9' },
    { media: '(prefers-color-scheme: dark)', color: '#14161a' },
  ],
};

export default function ReaderLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="vi" className={fontClasses} suppressHydrationWarning>
      <head>
        <ReaderScripts />
      </head>
      <body>
        {children}
        <SpeculationRules />
      </body>
    </html>
  );
}
