import type { Metadata } from 'next';
import { shareImagePath } from '#lib/articles/share-image-path.ts';
import type { ArticlePage } from '#lib/articles/types.ts';
import type { PaperView } from '#lib/settings/types.ts';
import { isoWithOffset } from '#lib/site/dates.ts';
import { pageMetadata, type ShareImage, shareImageOf } from './page-metadata.ts';

/** For an article without a picture: its headline, drawn. */
function drawn(article: ArticlePage): ShareImage {
  return { url: shareImagePath(article), width: 1200, height: 630, alt: article.title };
}

/** What an article tells crawlers and whoever shares it. */
export function articleMetadata(article: ArticlePage, paper: PaperView): Metadata {
  const { title, sapo, section } = article;
  const page = pageMetadata({
    paper,
    title,
    description: sapo,
    path: article.href,
    feed: { page: section.href, name: section.name },
    image: shareImageOf(article.cover) ?? drawn(article),
  });
  return {
    ...page,
    authors: article.bylines.map((byline) => ({ name: byline.name, url: byline.href })),
    openGraph: {
      ...page.openGraph,
      type: 'article',
      section: section.name,
      tags: article.tags.map((tag) => tag.name),
      publishedTime: isoWithOffset(article.publishedAt),
      modifiedTime: isoWithOffset(article.updatedAt ?? article.publishedAt),
    },
  };
}
