import type { Metadata } from 'next';
import { SectionFront } from '#components/site/section-front.tsx';
import { placeholder } from '#lib/page-cache/building.ts';
import { readOlderSectionPage, sectionMetadata } from '../../../../section-front.ts';

interface Props {
  params: Promise<{ category: string; child: string; page: string }>;
}

export const generateStaticParams = () => [{ category: placeholder, child: placeholder, page: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category, child, page } = await params;
  return await sectionMetadata([category, child], page);
}

export default async function OlderChildCategoryPage({ params }: Props) {
  const { category, child, page } = await params;
  return <SectionFront {...(await readOlderSectionPage([category, child], page))} />;
}
