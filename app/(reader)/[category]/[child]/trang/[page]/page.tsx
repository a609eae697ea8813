import type { Metadata } from 'next';
import { placeholder } from '#lib/page-cache/building.ts';
import { SectionRoute, sectionMetadata } from '../../../../section-route.tsx';

interface Props {
  params: Promise<{ category: string; child: string; page: string }>;
}

export const generateStaticParams = () => [{ category: placeholder, child: placeholder, page: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category, child, page } = await params;
  return await sectionMetadata({ parts: [category, child], page });
}

export default async function OlderChildCategoryPage({ params }: Props) {
  const { category, child, page } = await params;
  return <SectionRoute parts={[category, child]} page={page} />;
}
