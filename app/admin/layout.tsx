import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { PageBasics } from '#components/site/page-basics.tsx';
import { Toasts } from '#components/ui/toast.tsx';
import { getPaper } from '#lib/settings/paper.ts';
import { fontClasses } from '../fonts.ts';
import './admin.css';

// Every page here is somebody's own: it is made for each request and comes whole, with its status or as a redirect.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await getPaper();
  return {
    title: { default: `Tòa soạn | ${name}`, template: `%s | Tòa soạn ${name}` },
    robots: { index: false, follow: false },
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="vi" className={fontClasses}>
      <head>
        <PageBasics />
      </head>
      <body>
        {children}
        <Toasts />
      </body>
    </html>
  );
}
