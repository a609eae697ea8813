import { permanentRedirect } from 'next/navigation';
import { collectionPage } from '#components/data/list-schema.ts';
import { PageData } from '#components/data/page-data.tsx';
import { breadcrumb } from '#components/data/schema.ts';
import { shareImageOfList } from '#components/data/share-image.ts';
import { NamedListPage } from '#components/site/named-list-page.tsx';
import { getBylinePage, getTagPage, getTopicPage } from '#lib/articles/lists.ts';
import { getFrame } from '#lib/front/frame.ts';
import { followRedirect } from '#lib/redirects/follow.ts';
import { readPage, readSlug } from '#lib/site/addresses.ts';
import { bylinePath, listPath, tagPath, topicPath } from '#lib/site/urls.ts';
import { notFoundPage } from './notices.tsx';
import type { MadePage } from './reader-route.tsx';

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
export async function namedListPage(address: Address): Promise<MadePage> {
  const found = await readList(address);
  const { label, pathOf } = kinds[address.kind];
  if (!found) return await notFoundPage(pathOf(address.slug));
  const { list, base, number } = found;
  if (number === 1 && address.page !== undefined) permanentRedirect(base);
  const frame = await getFrame();
  const { name, description } = list;
  const href = listPath(base, number);
  return {
    head: {
      paper: frame.paper,
      title: number > 1 ? `${name} - trang ${number}` : name,
      description: description || `Các bài viết: ${name}`,
      listed: { path: href, feed: { page: base, name }, image: shareImageOfList(list) },
    },
    body: (
      <>
        <NamedListPage kind={label} list={list} base={base} frame={frame} />
        <PageData
          of={[
            collectionPage({ name, description, href, list, author: address.kind === 'byline' }),
            breadcrumb([{ name, href: base }]),
          ]}
        />
      </>
    ),
  };
}
