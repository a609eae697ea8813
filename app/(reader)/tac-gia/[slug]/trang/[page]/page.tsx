import type { Metadata } from 'next';
import { NamedListPage } from '#components/site/named-list-page.tsx';
import { getBylinePage } from '#lib/articles/lists.ts';
import { placeholder } from '#lib/page-cache/building.ts';
import { bylinePath } from '#lib/site/urls.ts';
import { namedListMetadata, readOlderNamedList } from '../../../../named-list.ts';

interface Props {
  params: Promise<{ slug: string; page: string }>;
}

export const generateStaticParams = () => [{ slug: placeholder, page: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  return await namedListMetadata(getBylinePage, bylinePath, slug, page);
}

export default async function OlderBylinePage({ params }: Props) {
  const { slug, page } = await params;
  return (
    <NamedListPage kind="Tác giả" {...(await readOlderNamedList(getBylinePage, bylinePath, slug, page))} />
  );
}
