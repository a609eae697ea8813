import type { Metadata } from 'next';
import { NamedListPage } from '#components/site/named-list-page.tsx';
import { getTopicPage } from '#lib/articles/lists.ts';
import { placeholder } from '#lib/page-cache/building.ts';
import { topicPath } from '#lib/site/urls.ts';
import { namedListMetadata, readOlderNamedList } from '../../../../named-list.ts';

interface Props {
  params: Promise<{ slug: string; page: string }>;
}

export const generateStaticParams = () => [{ slug: placeholder, page: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  return await namedListMetadata(getTopicPage, topicPath, slug, page);
}

export default async function OlderTopicPage({ params }: Props) {
  const { slug, page } = await params;
  return (
    <NamedListPage kind="Dòng sự kiện" {...(await readOlderNamedList(getTopicPage, topicPath, slug, page))} />
  );
}
