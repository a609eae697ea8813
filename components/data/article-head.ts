import type { ArticlePage } from '#lib/articles/types.ts';
import type { PaperView } from '#lib/settings/types.ts';
import { isoWithOffset } from '#lib/site/dates.ts';
import type { PageHeadProps } from './page-head.tsx';
import { shareImageOf } from './share-image.ts';

/**
 * What an article tells crawlers and whoever shares it.
 * @param drawn  address of its headline as a picture (1200 × 630), for an article without one
 */
export function articleHead(article: ArticlePage, paper: PaperView, drawn: string): PageHeadProps {
  const { title, sapo, section } = article;
  return {
    paper,
    title,
    description: sapo,
    listed: {
      path: article.href,
      feed: { page: section.href, name: section.name },
      image: shareImageOf(article.cover) ?? {
        url: drawn,
        width: 1200,
        height: 630,
        alt: title,
      },
      article: {
        authors: article.bylines,
        section: section.name,
        tags: article.tags.map((tag) => tag.name),
        publishedTime: isoWithOffset(article.publishedAt),
        modifiedTime: isoWithOffset(article.updatedAt ?? article.publishedAt),
      },
    },
  };
}
