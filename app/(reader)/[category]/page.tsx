import type { Metadata } from 'next';
import { SectionRoute, sectionMetadata } from '../section-route.tsx';

interface Props {
  params: Promise<{ category: string }>;
}

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category } = await params;
  return await sectionMetadata({ parts: [category] });
}

export default async function CategoryPage({ params }: Props) {
  const { category } = await params;
  return <SectionRoute parts={[category]} />;
}
