import type { Metadata } from 'next';
import { NamedListRoute, namedListMetadata } from '../../named-list-route.tsx';

interface Props {
  params: Promise<{ slug: string }>;
}

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return await namedListMetadata({ kind: 'byline', slug });
}

export default async function BylinePage({ params }: Props) {
  const { slug } = await params;
  return <NamedListRoute kind="byline" slug={slug} />;
}
