import type { Metadata } from 'next';
import { searchResultsPage } from '#components/data/list-schema.ts';
import { PageData } from '#components/data/page-data.tsx';
import { ReaderPage } from '#components/site/reader-page.tsx';
import { SearchResults } from '#components/site/search-results.tsx';
import { getFrame } from '#lib/front/frame.ts';
import { isBuilding } from '#lib/page-cache/building.ts';
import { searchPublished } from '#lib/search/search.ts';
import { readPage, unpackQuery } from '#lib/site/addresses.ts';
import { NotFound, notFoundMetadata } from './notices.tsx';

interface Address {
  /** The query as proxy.ts packed it into the address; none before anything was asked. */
  packed?: string;
  page?: string;
}

/** The search page: the box alone, or with what was found. Any text may be asked for. */
export async function SearchRoute({ packed, page }: Address) {
  if (isBuilding()) return null;
  const query = packed === undefined ? '' : unpackQuery(packed);
  const number = readPage(page);
  if (query === null || number === null) return <NotFound />;
  const list = query === '' ? null : await searchPublished(query, number);
  if (number > 1 && !list?.cards.length) return <NotFound />;
  const frame = await getFrame();
  return (
    <ReaderPage frame={frame}>
      <SearchResults query={query} list={list} />
      <PageData of={[searchResultsPage(query)]} />
    </ReaderPage>
  );
}

export function searchMetadata({ packed }: Address): Metadata {
  const query = packed === undefined ? '' : unpackQuery(packed);
  if (query === null) return notFoundMetadata;
  return { title: query ? `Tìm: ${query}` : 'Tìm kiếm', robots: { index: false } };
}
