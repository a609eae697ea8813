import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { collectionPage } from '#components/data/list-schema.ts';
import { PageData } from '#components/data/page-data.tsx';
import { breadcrumb } from '#components/data/schema.ts';
import { NamedListPage } from '#components/site/named-list-page.tsx';
import { getBylinePage, getTagPage, getTopicPage } from '#lib/articles/lists.ts';
import { getFrame } from '#lib/front/frame.ts';
import { followRedirect } from '#lib/redirects/follow.ts';
import { getPaper } from '#lib/settings/paper.ts';
import { readPage, readSlug } from '#lib/site/addresses.ts';
import { bylinePath, listPath, tagPath, topicPath } from '#lib/site/urls.ts';
import { NotFound, notFoundMetadata } from './notices.tsx';
import { pageMetadata, shareImageOf } from './page-metadata.ts';

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
  if (!found) return <NotFound path={kinds[address.kind].pathOf(address.slug)} />;
  if (found.number === 1 && address.page !== undefined) permanentRedirect(found.base);
  const frame = await getFrame();
  const { label } = kinds[address.kind];
  const { list, base, number } = found;
  const { name, description } = list;
  const href = listPath(base, number);
  return (
    <>
      <NamedListPage kind={label} list={list} base={base} frame={frame} />
      <PageData
        of={[
          collectionPage({ name, description, href, list, author: address.kind === 'byline' }),
          breadcrumb([{ name, href: base }]),
        ]}
      />
    </>
  );
}

export async function namedListMetadata(address: Address): Promise<Metadata> {
  const found = await readList(address);
  if (!found) return notFoundMetadata;
  const { list, base, number } = found;
  return pageMetadata({
    paper: await getPaper(),
    title: number > 1 ? `${list.name} - trang ${number}` : list.name,
    description: list.description || `Các bài viết: ${list.name}`,
    path: listPath(base, number),
    feed: { page: base, name: list.name },
    image: shareImageOf(list.cards.find((card) => card.cover)?.cover ?? null),
  });
}
