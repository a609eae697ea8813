import type { Metadata } from 'next';
import { SectionFront } from '#components/site/section-front.tsx';
import { placeholder } from '#lib/page-cache/building.ts';
import { readSectionFront, sectionMetadata } from '../section-front.ts';

interface Props {
  params: Promise<{ category: string }>;
}

export const generateStaticParams = () => [{ category: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category } = await params;
  return await sectionMetadata([category]);
}

export default async function CategoryPage({ params }: Props) {
  const { category } = await params;
  return <SectionFront {...(await readSectionFront([category]))} />;
}
