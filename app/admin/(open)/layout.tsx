import type { ReactNode } from 'react';

/** Pages for those who are not signed in: one narrow column and no menu. */
export default function OpenLayout({ children }: { children: ReactNode }) {
  return <main className="open-page">{children}</main>;
}
