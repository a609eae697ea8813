import type { Metadata } from 'next';
import { SectionRoute, sectionMetadata } from '../../../../section-route.tsx';

interface Props {
  params: Promise<{ category: string; child: string; page: string }>;
}

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category, child, page } = await params;
  return await sectionMetadata({ parts: [category, child], page });
}

export default async function OlderChildCategoryPage({ params }: Props) {
  const { category, child, page } = await params;
  return <SectionRoute parts={[category, child]} page={page} />;
}
