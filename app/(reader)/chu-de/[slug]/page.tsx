import type { Metadata } from 'next';
import { placeholder } from '#lib/page-cache/building.ts';
import { NamedListRoute, namedListMetadata } from '../../named-list-route.tsx';

interface Props {
  params: Promise<{ slug: string }>;
}

export const generateStaticParams = () => [{ slug: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return await namedListMetadata({ kind: 'topic', slug });
}

export default async function TopicPage({ params }: Props) {
  const { slug } = await params;
  return <NamedListRoute kind="topic" slug={slug} />;
}
