import type { Metadata } from 'next';
import { BeginArticle } from '#components/newsroom/editor/begin-article.tsx';
import { signedIn } from '../../../signed-in.ts';
import { begin } from './actions.ts';

export const metadata: Metadata = { title: 'Bài mới' };

export default async function NewArticlePage() {
  await signedIn('/admin/bai-viet/moi', 'article.create');
  return <BeginArticle begin={begin} />;
}
