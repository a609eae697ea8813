import type { Metadata } from 'next';
import { NamedListPage } from '#components/site/named-list-page.tsx';
import { getTopicPage } from '#lib/articles/lists.ts';
import { placeholder } from '#lib/page-cache/building.ts';
import { topicPath } from '#lib/site/urls.ts';
import { namedListMetadata, readNamedList } from '../../named-list.ts';

interface Props {
  params: Promise<{ slug: string }>;
}

export const generateStaticParams = () => [{ slug: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return await namedListMetadata(getTopicPage, topicPath, slug);
}

export default async function TopicPage({ params }: Props) {
  const { slug } = await params;
  return <NamedListPage kind="Dòng sự kiện" {...(await readNamedList(getTopicPage, topicPath, slug))} />;
}
