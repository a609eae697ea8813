import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { NamedList } from '#lib/articles/types.ts';
import { listSections } from '#lib/categories/sections.ts';
import { getToday } from '#lib/page-cache/today.ts';
import { followRedirect } from '#lib/redirects/follow.ts';
import { readOlderPage, readSlug } from '#lib/site/addresses.ts';
import { listPath } from '#lib/site/urls.ts';

// What the pages of tags, running stories and bylines share.

type Read = (slug: string, page: number) => Promise<NamedList | null>;
type PathOf = (slug: string) => string;

async function readPage(read: Read, pathOf: PathOf, slugText: string, page: number) {
  const slug = readSlug(slugText);
  if (slug === null) notFound();
  const base = pathOf(slug);
  const list = await read(slug, page);
  if (!list) return await followRedirect(listPath(base, page));
  if (page > 1 && list.cards.length === 0) notFound();
  const [sections, today] = await Promise.all([listSections(), getToday()]);
  return { list, base, sections, today };
}

/** The first page, ready to be shown; `notFound()` or a redirect where there is none. */
export const readNamedList = (read: Read, pathOf: PathOf, slug: string) => readPage(read, pathOf, slug, 1);

/** An older page; its number must be 2 or more. */
export async function readOlderNamedList(read: Read, pathOf: PathOf, slug: string, page: string) {
  const number = readOlderPage(page);
  if (number === null) notFound();
  return await readPage(read, pathOf, slug, number);
}

export async function namedListMetadata(
  read: Read,
  pathOf: PathOf,
  slugText: string,
  page?: string,
): Promise<Metadata> {
  const slug = readSlug(slugText);
  const number = page === undefined ? 1 : (readOlderPage(page) ?? 1);
  const list = slug && (await read(slug, number));
  if (!slug || !list) return {};
  return {
    title: number > 1 ? `${list.name} - trang ${number}` : list.name,
    description: list.description || `Các bài viết: ${list.name}`,
    alternates: { canonical: listPath(pathOf(slug), number) },
  };
}
