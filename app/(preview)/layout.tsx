import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { PageBasics } from '#components/site/page-basics.tsx';
import { ReaderScripts } from '#components/site/reader-scripts.tsx';
import { getPaper } from '#lib/settings/paper.ts';
import { siteUrl } from '#lib/site/urls.ts';
import '../(reader)/reader.css';
import './preview.css';
import { fontClasses } from '../fonts.ts';

// What staff see before readers do, in readers' dress; under /admin, which is as far as their session reaches. Each page
// is somebody's own and comes whole.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await getPaper();
  return {
    metadataBase: new URL(siteUrl()),
    title: { default: name, template: `%s | ${name}` },
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default function PreviewLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="vi" className={fontClasses} suppressHydrationWarning>
      <head>
        <PageBasics />
        <ReaderScripts />
      </head>
      <body>{children}</body>
    </html>
  );
}
