import { permanentRedirect } from 'next/navigation';
import { collectionPage } from '#components/data/list-schema.ts';
import { PageData } from '#components/data/page-data.tsx';
import { breadcrumb } from '#components/data/schema.ts';
import { shareImageOfList } from '#components/data/share-image.ts';
import { SectionFront } from '#components/site/section-front.tsx';
import { getSection, type Section } from '#lib/categories/sections.ts';
import { getFrame } from '#lib/front/frame.ts';
import { getSectionPage } from '#lib/front/fronts.ts';
import { getMostRead } from '#lib/most-read/most-read.ts';
import { followRedirect } from '#lib/redirects/follow.ts';
import { readPage, readSlug } from '#lib/site/addresses.ts';
import { listPath } from '#lib/site/urls.ts';
import { notFoundPage } from './notices.tsx';
import type { MadePage } from './reader-route.tsx';

// What the four section routes share: a section or a child section, its front or an older page.

interface Address {
  /** The section's path: one part, or two for a child section. */
  parts: string[];
  /** The number in /trang/{n}, as it was asked for; none on the section's own address. */
  page?: string;
}

async function readSection(parts: string[], page: number | null): Promise<Section | null> {
  const isPath = page !== null && parts.every((part) => readSlug(part) !== null);
  return isPath
    ? ((await getSection(parts.join('/'))) ?? (await followRedirect(`/${parts.join('/')}`, page)))
    : null;
}

/** The address as it was asked for, which may be one of another time. */
const oldPath = (parts: string[], page: string | undefined): string =>
  `/${[...parts, ...(page === undefined ? [] : ['trang', page])].join('/')}`;

/** A section's page at its address; the first page has no number of its own. */
export async function sectionPage({ parts, page }: Address): Promise<MadePage> {
  const number = readPage(page);
  const section = await readSection(parts, number);
  if (!section || number === null) return await notFoundPage(oldPath(parts, page));
  if (number === 1 && page !== undefined) permanentRedirect(section.href);
  const [list, frame, mostRead] = await Promise.all([
    getSectionPage(section, number),
    getFrame(),
    number === 1 ? getMostRead(section.id) : null,
  ]);
  if (number > 1 && list.cards.length === 0) return await notFoundPage();
  const { name, description, parent, href } = section;
  const path = listPath(href, number);
  const trail = [...(parent ? [parent] : []), section];
  return {
    head: {
      paper: frame.paper,
      title: number > 1 ? `${name} - trang ${number}` : name,
      description,
      listed: { path, feed: { page: href, name }, image: shareImageOfList(list) },
    },
    body: (
      <>
        <SectionFront section={section} list={list} mostRead={mostRead} frame={frame} />
        <PageData of={[collectionPage({ name, description, href: path, list }), breadcrumb(trail)]} />
      </>
    ),
  };
}
