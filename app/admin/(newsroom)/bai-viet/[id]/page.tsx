import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ArticleEditor } from '#components/newsroom/editor/article-editor.tsx';
import { type EditorPage, readEditorPage } from '#lib/articles/editor-page.ts';
import { readStanding } from '#lib/articles/standing.ts';
import { listCategoriesFor } from '#lib/categories/desk.ts';
import { readArticleId } from '#lib/site/addresses.ts';
import { Missing, NotAllowed } from '#lib/site/problems.ts';
import type { Actor } from '#lib/staff/types.ts';
import { signedIn } from '../../../signed-in.ts';
import { searchPictures } from '../../anh/actions.ts';
import { findBylines } from '../../but-danh/actions.ts';
import { findTopics } from '../../su-kien/actions.ts';
import { findTags } from '../../the/actions.ts';
import { stepActions } from '../step-actions.ts';
import { findArticles } from './actions.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export const metadata: Metadata = { title: 'Viết bài' };

/** What the person may not read is not there for them. */
async function read(actor: Actor, id: number | null): Promise<EditorPage> {
  try {
    if (id !== null) return await readEditorPage(actor, id);
  } catch (error) {
    if (!(error instanceof Missing || error instanceof NotAllowed)) throw error;
  }
  notFound();
}

export default async function ArticlePage({ params }: Props) {
  const { id } = await params;
  const actor = await signedIn(`/admin/bai-viet/${id}`);
  const { article, ...opened } = await read(actor, readArticleId(id));
  const [standing, sections] = await Promise.all([
    readStanding(actor, article.id, new Date()),
    listCategoriesFor(actor),
  ]);
  return (
    <ArticleEditor
      {...opened}
      id={article.id}
      version={article.version}
      person={{ id: actor.id, email: actor.email }}
      standing={standing}
      sections={sections}
      steps={stepActions}
      find={{ tags: findTags, bylines: findBylines, topics: findTopics, articles: findArticles }}
      searchPictures={searchPictures}
    />
  );
}
