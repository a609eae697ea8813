import type { Metadata } from 'next';
import { SectionFront } from '#components/site/section-front.tsx';
import { placeholder } from '#lib/page-cache/building.ts';
import { readSectionFront, sectionMetadata } from '../../section-front.ts';

interface Props {
  params: Promise<{ category: string; child: string }>;
}

export const generateStaticParams = () => [{ category: placeholder, child: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category, child } = await params;
  return await sectionMetadata([category, child]);
}

export default async function ChildCategoryPage({ params }: Props) {
  const { category, child } = await params;
  return <SectionFront {...(await readSectionFront([category, child]))} />;
}
