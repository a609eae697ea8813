import type { Metadata } from 'next';
import { SectionRoute, sectionMetadata } from '../../section-route.tsx';

interface Props {
  params: Promise<{ category: string; child: string }>;
}

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category, child } = await params;
  return await sectionMetadata({ parts: [category, child] });
}

export default async function ChildCategoryPage({ params }: Props) {
  const { category, child } = await params;
  return <SectionRoute parts={[category, child]} />;
}
