import type { Metadata } from 'next';
import { NamedListRoute, namedListMetadata } from '../../named-list-route.tsx';

interface Props {
  params: Promise<{ slug: string }>;
}

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return await namedListMetadata({ kind: 'tag', slug });
}

export default async function TagPage({ params }: Props) {
  const { slug } = await params;
  return <NamedListRoute kind="tag" slug={slug} />;
}
