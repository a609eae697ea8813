import type { ReactNode } from 'react';
import { OnlyThisPage } from '#components/newsroom/only-this-page.tsx';

/** Pages for those who are not signed in: one narrow column and no menu. */
export default function OpenLayout({ children }: { children: ReactNode }) {
  return (
    <main className="open-page">
      <OnlyThisPage>{children}</OnlyThisPage>
    </main>
  );
}
