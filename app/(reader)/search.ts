import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { listSections } from '#lib/categories/sections.ts';
import { getToday } from '#lib/page-cache/today.ts';
import { searchPublished } from '#lib/search/search.ts';
import { readOlderPage, readQuery } from '#lib/site/addresses.ts';

/** A page of search results, ready to be shown. Any text may be asked for; a page beyond the last is not found. */
export async function readSearch(queryText: string, pageText: string) {
  const page = pageText === '1' ? 1 : readOlderPage(pageText);
  if (page === null) notFound();
  const query = readQuery(queryText);
  const [list, sections, today] = await Promise.all([
    searchPublished(query, page),
    listSections(),
    getToday(),
  ]);
  if (page > 1 && list.cards.length === 0) notFound();
  return { query, list, sections, today };
}

export function searchMetadata(queryText: string): Metadata {
  return { title: `Tìm: ${readQuery(queryText)}`, robots: { index: false } };
}
