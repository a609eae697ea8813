import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Tòa soạn', robots: { index: false } };

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="vi">
      <body
        style={{
          font: '1rem/1.6 system-ui, sans-serif',
          maxWidth: '40rem',
          margin: '3rem auto',
          padding: '0 1rem',
        }}
      >
        {children}
      </body>
    </html>
  );
}
