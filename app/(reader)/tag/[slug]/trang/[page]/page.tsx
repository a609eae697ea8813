import type { Metadata } from 'next';
import { NamedListRoute, namedListMetadata } from '../../../../named-list-route.tsx';

interface Props {
  params: Promise<{ slug: string; page: string }>;
}

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  return await namedListMetadata({ kind: 'tag', slug, page });
}

export default async function OlderTagPage({ params }: Props) {
  const { slug, page } = await params;
  return <NamedListRoute kind="tag" slug={slug} page={page} />;
}
