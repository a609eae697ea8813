import type { Metadata } from 'next';
import { NamedListRoute, namedListMetadata } from '../../../../named-list-route.tsx';

interface Props {
  params: Promise<{ slug: string; page: string }>;
}

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  return await namedListMetadata({ kind: 'topic', slug, page });
}

export default async function OlderTopicPage({ params }: Props) {
  const { slug, page } = await params;
  return <NamedListRoute kind="topic" slug={slug} page={page} />;
}
