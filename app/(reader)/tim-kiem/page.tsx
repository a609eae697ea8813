import { ReaderPage } from '#components/site/reader-page.tsx';
import { SearchResults } from '#components/site/search-results.tsx';
import { listSections } from '#lib/categories/sections.ts';
import { isBuilding } from '#lib/page-cache/building.ts';
import { getToday } from '#lib/page-cache/today.ts';

export const metadata = { title: 'Tìm kiếm', robots: { index: false } };

/** The search before anything was asked; with ?q= the address leads to tim/[query] (next.config.ts). */
export default async function SearchPage() {
  if (isBuilding()) return null;
  const [sections, today] = await Promise.all([listSections(), getToday()]);
  return (
    <ReaderPage sections={sections} today={today}>
      <SearchResults query="" list={null} />
    </ReaderPage>
  );
}
