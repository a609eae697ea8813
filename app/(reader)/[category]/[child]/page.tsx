import type { Metadata } from 'next';
import { placeholder } from '#lib/page-cache/building.ts';
import { SectionRoute, sectionMetadata } from '../../section-route.tsx';

interface Props {
  params: Promise<{ category: string; child: string }>;
}

export const generateStaticParams = () => [{ category: placeholder, child: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category, child } = await params;
  return await sectionMetadata({ parts: [category, child] });
}

export default async function ChildCategoryPage({ params }: Props) {
  const { category, child } = await params;
  return <SectionRoute parts={[category, child]} />;
}
