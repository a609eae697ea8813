import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getSection, listSections, type Section } from '#lib/categories/sections.ts';
import { getSectionPage } from '#lib/front/fronts.ts';
import { getToday } from '#lib/page-cache/today.ts';
import { followRedirect } from '#lib/redirects/follow.ts';
import { readOlderPage, readSlug } from '#lib/site/addresses.ts';
import { listPath } from '#lib/site/urls.ts';

// What the four section routes share: a section or a child section, its front or an older page.

async function readSection(parts: string[]): Promise<Section | null> {
  if (parts.some((part) => readSlug(part) === null)) return null;
  return await getSection(parts.join('/'));
}

async function readPage(parts: string[], page: number) {
  if (parts.some((part) => readSlug(part) === null)) notFound();
  const section = await getSection(parts.join('/'));
  if (!section) return await followRedirect(listPath(`/${parts.join('/')}`, page));
  const [list, sections, today] = await Promise.all([
    getSectionPage(section, page),
    listSections(),
    getToday(),
  ]);
  if (page > 1 && list.cards.length === 0) notFound();
  return { section, list, sections, today };
}

/** A section's front, ready to be shown; `notFound()` or a redirect where there is none. */
export const readSectionFront = (parts: string[]) => readPage(parts, 1);

/** A section's older page; its number must be 2 or more, since the first has the section's own address. */
export async function readOlderSectionPage(parts: string[], page: string) {
  const number = readOlderPage(page);
  if (number === null) notFound();
  return await readPage(parts, number);
}

export async function sectionMetadata(parts: string[], page?: string): Promise<Metadata> {
  const section = await readSection(parts);
  if (!section) return {};
  const number = page === undefined ? 1 : (readOlderPage(page) ?? 1);
  return {
    title: number > 1 ? `${section.name} - trang ${number}` : section.name,
    ...(section.description ? { description: section.description } : {}),
    alternates: { canonical: listPath(section.href, number) },
  };
}
