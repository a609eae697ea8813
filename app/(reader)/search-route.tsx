import { searchResultsPage } from '#components/data/list-schema.ts';
import { PageData } from '#components/data/page-data.tsx';
import { ReaderPage } from '#components/site/reader-page.tsx';
import { SearchForm } from '#components/site/search-form.tsx';
import { SearchResults } from '#components/site/search-results.tsx';
import { getFrame } from '#lib/front/frame.ts';
import { getSearchPage } from '#lib/search/search-page.ts';
import { readPage } from '#lib/site/addresses.ts';
import { readSearchAddress, type SearchAddress, unpackSearch } from '#lib/site/search-address.ts';
import { notFoundPage } from './notices.tsx';
import type { MadePage } from './reader-route.tsx';
// No other page needs it, and on an article every byte before the text counts.
import './styles/search.css';

interface Address {
  /** The search as proxy.ts packed it into the address; none before anything was asked. */
  packed?: string;
  page?: string;
}

const readAddress = (packed: string | undefined): SearchAddress | null =>
  packed === undefined ? readSearchAddress(new URLSearchParams()) : unpackSearch(packed);

/** The search page: the form alone, or with what was found. Any text may be asked for. */
export async function searchPage({ packed, page }: Address): Promise<MadePage> {
  const address = readAddress(packed);
  const number = readPage(page);
  if (address === null || number === null) return await notFoundPage();
  const results = packed === undefined ? null : await getSearchPage(address, number);
  if (packed !== undefined && results === null) return await notFoundPage();
  const frame = await getFrame();
  return {
    head: {
      paper: frame.paper,
      title: address.text ? `Tìm: ${address.text}` : 'Tìm kiếm',
      listed: null,
    },
    body: (
      <ReaderPage frame={frame}>
        <div className="list-page search-page">
          <header className="list-header">
            <h1>Tìm kiếm</h1>
            <SearchForm address={address} sections={frame.sections} author={results?.author ?? null} />
          </header>
          {results && <SearchResults address={address} results={results} />}
        </div>
        <PageData of={[searchResultsPage(address.text)]} />
      </ReaderPage>
    ),
  };
}
