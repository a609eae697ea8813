import { permanentRedirect } from 'next/navigation';
import { ArticleView } from '#components/article/article-view.tsx';
import { articleHead } from '#components/data/article-head.ts';
import { newsArticle } from '#components/data/article-schema.ts';
import { PageData } from '#components/data/page-data.tsx';
import { breadcrumb } from '#components/data/schema.ts';
import { getPublishedArticle } from '#lib/articles/published.ts';
import { shareImagePath } from '#lib/articles/share-image-path.ts';
import { getFrame } from '#lib/front/frame.ts';
import { readArticleId } from '#lib/site/addresses.ts';
import { readArticleRail } from '../../../article-rail.ts';
import { notFoundPage, withdrawnPage } from '../../../notices.tsx';
import { type MadePage, readerRoute } from '../../../reader-route.tsx';

type Address = { id: string; slug: string };

export const generateStaticParams = () => [];

async function articlePage({ id, slug }: Address): Promise<MadePage> {
  const number = readArticleId(id);
  const found = number === null ? null : await getPublishedArticle(number);
  const asked = `/${slug}-${id}.html`;
  if (found?.is === 'withdrawn') return await withdrawnPage();
  if (found?.is !== 'published') return await notFoundPage(asked);
  const { article } = found;
  // The number decides; an old or wrong wording leads to the right address.
  if (article.href !== asked) permanentRedirect(article.href);
  const [frame, rail] = await Promise.all([getFrame(), readArticleRail(article)]);
  const trail = [...article.sections, { name: article.title, href: article.href }];
  const drawn = shareImagePath(article);
  return {
    head: articleHead(article, frame.paper, drawn),
    body: (
      <>
        <ArticleView article={article} frame={frame} rail={rail} />
        <PageData of={[newsArticle(article, frame.paper, drawn), breadcrumb(trail)]} />
      </>
    ),
  };
}

export default readerRoute('/bai/[id]/[slug]', articlePage);
