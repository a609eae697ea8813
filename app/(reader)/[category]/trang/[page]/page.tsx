import type { Metadata } from 'next';
import { SectionFront } from '#components/site/section-front.tsx';
import { placeholder } from '#lib/page-cache/building.ts';
import { readOlderSectionPage, sectionMetadata } from '../../../section-front.ts';

interface Props {
  params: Promise<{ category: string; page: string }>;
}

export const generateStaticParams = () => [{ category: placeholder, page: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category, page } = await params;
  return await sectionMetadata([category], page);
}

export default async function OlderCategoryPage({ params }: Props) {
  const { category, page } = await params;
  return <SectionFront {...(await readOlderSectionPage([category], page))} />;
}
