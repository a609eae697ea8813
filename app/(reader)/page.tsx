import { FrontPageGrid } from '#components/cards/front-page.tsx';
import { ReaderPage } from '#components/site/reader-page.tsx';
import { listSections } from '#lib/categories/sections.ts';
import { getFrontPage } from '#lib/front/fronts.ts';
import { isBuilding } from '#lib/page-cache/building.ts';
import { getToday } from '#lib/page-cache/today.ts';

export const metadata = { alternates: { canonical: '/' } };

export default async function FrontPage() {
  if (isBuilding()) return null;
  const [sections, today, front] = await Promise.all([listSections(), getToday(), getFrontPage()]);
  return (
    <ReaderPage sections={sections} today={today} variant="front">
      <FrontPageGrid front={front} />
    </ReaderPage>
  );
}
