import type { Metadata } from 'next';
import { ReaderPage } from '#components/site/reader-page.tsx';
import { SearchResults } from '#components/site/search-results.tsx';
import { isBuilding, placeholder } from '#lib/page-cache/building.ts';
import { readSearch, searchMetadata } from '../../../search.ts';

interface Props {
  params: Promise<{ query: string; page: string }>;
}

export const generateStaticParams = () => [{ query: placeholder, page: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { query } = await params;
  return searchMetadata(query);
}

export default async function OlderSearchResultPage({ params }: Props) {
  if (isBuilding()) return null;
  const { query, page } = await params;
  const { sections, today, ...found } = await readSearch(query, page);
  return (
    <ReaderPage sections={sections} today={today}>
      <SearchResults {...found} />
    </ReaderPage>
  );
}
