import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type Preview, readPreview } from '#lib/articles/preview.ts';
import { readArticleId } from '#lib/site/addresses.ts';
import { problemAnswer } from '#lib/site/answer.ts';
import { requireActor } from '#lib/staff/session.ts';
import type { Actor } from '#lib/staff/types.ts';
import { ArticlePreview, readView } from '../../../../article-preview.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: 'Xem trước' };

async function read(actor: Actor, id: number | null): Promise<Preview> {
  try {
    if (id !== null) return await readPreview(actor, id);
  } catch (error) {
    // Only what is no problem of the person's own is thrown on.
    problemAnswer(error);
  }
  notFound();
}

/** What is written of an article now, as readers will see it; for staff who may read it. */
export default async function StaffPreviewPage({ params, searchParams }: Props) {
  const { id } = await params;
  const path = `/admin/bai-viet/${id}/xem-truoc`;
  const actor = await requireActor(path);
  const preview = await read(actor, readArticleId(id));
  const view = readView(await searchParams);
  return <ArticlePreview preview={preview} view={view} path={path} back={`/admin/bai-viet/${id}`} />;
}
