import { notFound } from 'next/navigation';
import { TryForm } from '#components/newsroom/try/try-form.tsx';
import { openArticle } from '#lib/articles/drafts.ts';
import { signedIn } from '../../../signed-in.ts';

export default async function ArticlePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await signedIn(`/admin/bai-viet/${id}`);
  const { article, content, mayWrite } = await openArticle(actor, Number(id)).catch(() => notFound());
  return (
    <TryForm
      email={actor.email}
      options={{
        articleId: article.id,
        staffId: actor.id,
        version: article.version,
        content,
        mayWrite,
        endpoint: `/admin/api/bai-viet/${article.id}`,
      }}
    />
  );
}
