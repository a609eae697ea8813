import type { Metadata } from 'next';
import { NamedListPage } from '#components/site/named-list-page.tsx';
import { getTagPage } from '#lib/articles/lists.ts';
import { placeholder } from '#lib/page-cache/building.ts';
import { tagPath } from '#lib/site/urls.ts';
import { namedListMetadata, readOlderNamedList } from '../../../../named-list.ts';

interface Props {
  params: Promise<{ slug: string; page: string }>;
}

export const generateStaticParams = () => [{ slug: placeholder, page: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  return await namedListMetadata(getTagPage, tagPath, slug, page);
}

export default async function OlderTagPage({ params }: Props) {
  const { slug, page } = await params;
  return <NamedListPage kind="Tag" {...(await readOlderNamedList(getTagPage, tagPath, slug, page))} />;
}
