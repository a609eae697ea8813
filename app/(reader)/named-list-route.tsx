import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { NamedListPage } from '#components/site/named-list-page.tsx';
import { getBylinePage, getTagPage, getTopicPage } from '#lib/articles/lists.ts';
import { getFrame } from '#lib/front/frame.ts';
import { followRedirect } from '#lib/redirects/follow.ts';
import { readPage, readSlug } from '#lib/site/addresses.ts';
import { bylinePath, listPath, tagPath, topicPath } from '#lib/site/urls.ts';
import { NotFound, notFoundMetadata } from './notices.tsx';

// What the pages of tags, running stories and bylines share.

const kinds = {
  tag: { label: 'Tag', read: getTagPage, pathOf: tagPath },
  topic: { label: 'Dòng sự kiện', read: getTopicPage, pathOf: topicPath },
  byline: { label: 'Tác giả', read: getBylinePage, pathOf: bylinePath },
};

interface Address {
  kind: keyof typeof kinds;
  slug: string;
  /** The number in /trang/{n}, as it was asked for; none on the list's own address. */
  page?: string;
}

async function readList({ kind, slug, page }: Address) {
  const number = readPage(page);
  if (number === null || readSlug(slug) === null) return null;
  const { read, pathOf } = kinds[kind];
  const list = (await read(slug, number)) ?? (await followRedirect(pathOf(slug), number));
  return list && (number === 1 || list.cards.length > 0) ? { list, base: pathOf(slug), number } : null;
}

/** A tag's, running story's or byline's page at its address. */
export async function NamedListRoute(address: Address) {
  const found = await readList(address);
  if (!found) return <NotFound />;
  if (found.number === 1 && address.page !== undefined) permanentRedirect(found.base);
  const frame = await getFrame();
  const { label } = kinds[address.kind];
  return <NamedListPage kind={label} list={found.list} base={found.base} frame={frame} />;
}

export async function namedListMetadata(address: Address): Promise<Metadata> {
  const found = await readList(address);
  if (!found) return notFoundMetadata;
  const { list, base, number } = found;
  return {
    title: number > 1 ? `${list.name} - trang ${number}` : list.name,
    description: list.description || `Các bài viết: ${list.name}`,
    alternates: { canonical: listPath(base, number) },
  };
}
