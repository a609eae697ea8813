import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { makePreview, type Preview } from '#lib/articles/preview.ts';
import { readPreviewLink } from '#lib/articles/preview-link.ts';
import { Missing } from '#lib/site/problems.ts';
import { ArticlePreview, readView } from '../../article-preview.tsx';

interface Props {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: 'Xem trước' };

async function read(id: number | null): Promise<Preview> {
  try {
    if (id !== null) return await makePreview(id);
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
  }
  notFound();
}

/** What is written of an article now, for whoever has a link that somebody of the newsroom made. */
export default async function LinkedPreviewPage({ params, searchParams }: Props) {
  await connection();
  const { code } = await params;
  const preview = await read(readPreviewLink(code, new Date()));
  const view = readView(await searchParams);
  return <ArticlePreview preview={preview} view={view} path={`/xem-truoc/${code}`} />;
}
