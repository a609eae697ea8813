import type { Metadata } from 'next';
import { SectionRoute, sectionMetadata } from '../../../section-route.tsx';

interface Props {
  params: Promise<{ category: string; page: string }>;
}

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category, page } = await params;
  return await sectionMetadata({ parts: [category], page });
}

export default async function OlderCategoryPage({ params }: Props) {
  const { category, page } = await params;
  return <SectionRoute parts={[category]} page={page} />;
}
