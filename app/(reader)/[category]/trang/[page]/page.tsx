import type { Metadata } from 'next';
import { placeholder } from '#lib/page-cache/building.ts';
import { SectionRoute, sectionMetadata } from '../../../section-route.tsx';

interface Props {
  params: Promise<{ category: string; page: string }>;
}

export const generateStaticParams = () => [{ category: placeholder, page: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category, page } = await params;
  return await sectionMetadata({ parts: [category], page });
}

export default async function OlderCategoryPage({ params }: Props) {
  const { category, page } = await params;
  return <SectionRoute parts={[category]} page={page} />;
}
