import type { Metadata } from 'next';
import { NamedListPage } from '#components/site/named-list-page.tsx';
import { getBylinePage } from '#lib/articles/lists.ts';
import { placeholder } from '#lib/page-cache/building.ts';
import { bylinePath } from '#lib/site/urls.ts';
import { namedListMetadata, readNamedList } from '../../named-list.ts';

interface Props {
  params: Promise<{ slug: string }>;
}

export const generateStaticParams = () => [{ slug: placeholder }];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return await namedListMetadata(getBylinePage, bylinePath, slug);
}

export default async function BylinePage({ params }: Props) {
  const { slug } = await params;
  return <NamedListPage kind="Tác giả" {...(await readNamedList(getBylinePage, bylinePath, slug))} />;
}
