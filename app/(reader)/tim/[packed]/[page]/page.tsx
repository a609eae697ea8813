import type { Metadata } from 'next';
import { SearchRoute, searchMetadata } from '../../../search-route.tsx';

interface Props {
  params: Promise<{ packed: string; page: string }>;
}

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return searchMetadata(await params);
}

export default async function SearchResultPage({ params }: Props) {
  const { packed, page } = await params;
  return <SearchRoute packed={packed} page={page} />;
}
