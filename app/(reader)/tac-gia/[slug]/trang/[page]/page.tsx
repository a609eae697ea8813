import type { Metadata } from 'next';
import { NamedListRoute, namedListMetadata } from '../../../../named-list-route.tsx';

interface Props {
  params: Promise<{ slug: string; page: string }>;
}

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  return await namedListMetadata({ kind: 'byline', slug, page });
}

export default async function OlderBylinePage({ params }: Props) {
  const { slug, page } = await params;
  return <NamedListRoute kind="byline" slug={slug} page={page} />;
}
