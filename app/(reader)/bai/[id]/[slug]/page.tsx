import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { ArticleView } from '#components/article/article-view.tsx';
import { newsArticle } from '#components/data/article-schema.ts';
import { PageData } from '#components/data/page-data.tsx';
import { breadcrumb } from '#components/data/schema.ts';
import { getPublishedArticle } from '#lib/articles/published.ts';
import { shareImagePath } from '#lib/articles/share-image-path.ts';
import { getFrame } from '#lib/front/frame.ts';
import { getPaper } from '#lib/settings/paper.ts';
import { readArticleId } from '#lib/site/addresses.ts';
import { articleMetadata } from '../../../article-metadata.ts';
import { readArticleRail } from '../../../article-rail.ts';
import { NotFound, notFoundMetadata, Withdrawn, withdrawnMetadata } from '../../../notices.tsx';

interface Props {
  params: Promise<{ id: string; slug: string }>;
}

export const generateStaticParams = () => [];

async function readArticle(params: Props['params']) {
  const { id, slug } = await params;
  const number = readArticleId(id);
  const found = number === null ? null : await getPublishedArticle(number);
  return { found, slug, id };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { found } = await readArticle(params);
  if (found?.is === 'published') return articleMetadata(found.article, await getPaper());
  return found?.is === 'withdrawn' ? withdrawnMetadata : notFoundMetadata;
}

export default async function ArticleRoute({ params }: Props) {
  const { found, slug, id } = await readArticle(params);
  if (found?.is === 'withdrawn') return <Withdrawn />;
  if (found?.is !== 'published') return <NotFound path={`/${slug}-${id}.html`} />;
  const { article } = found;
  // The number decides; an old or wrong wording leads to the right address.
  if (article.href !== `/${slug}-${id}.html`) permanentRedirect(article.href);
  const [frame, rail] = await Promise.all([getFrame(), readArticleRail(article)]);
  return (
    <>
      <ArticleView article={article} frame={frame} rail={rail} />
      <PageData
        of={[
          newsArticle(article, frame.paper, shareImagePath(article)),
          breadcrumb([...article.sections, { name: article.title, href: article.href }]),
        ]}
      />
    </>
  );
}
