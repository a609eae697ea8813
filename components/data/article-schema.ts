import type { ArticlePage } from '#lib/articles/types.ts';
import { type CropRatio, cropName, cropRatios, cropSize } from '#lib/media/types.ts';
import type { PaperView } from '#lib/settings/types.ts';
import { isoWithOffset } from '#lib/site/dates.ts';
import { absolute, mediaPath } from '#lib/site/urls.ts';
import { context, publisher, type Schema } from './schema.ts';

/** The cover in the shapes that search engines ask for. */
function crops({ cover }: ArticlePage): Schema[] {
  if (!cover) return [];
  return (Object.keys(cropRatios) as CropRatio[]).map((ratio) => ({
    '@type': 'ImageObject',
    url: absolute(mediaPath(cropName(cover, ratio))),
    ...cropSize(cover, ratio),
    ...(cover.caption ? { caption: cover.caption } : {}),
    ...(cover.credit ? { creditText: cover.credit } : {}),
  }));
}

/** Who signed it; else the agency that it came from, or the paper. */
function authors({ bylines, agency }: ArticlePage, paper: PaperView): Schema[] {
  if (bylines.length > 0)
    return bylines.map(({ name, href }) => ({ '@type': 'Person', name, url: absolute(href) }));
  return [agency ? { '@type': 'Organization', name: agency } : publisher(paper)];
}

/**
 * An article (https://developers.google.com/search/docs/appearance/structured-data/article).
 * @param shareImage  address, from the root, of the picture with the headline drawn on it, for an article without a cover
 */
export function newsArticle(article: ArticlePage, paper: PaperView, shareImage: string): Schema {
  const { topic, tags } = article;
  const url = absolute(article.href);
  const images = crops(article);
  return {
    ...context,
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    url,
    headline: article.title,
    description: article.sapo,
    inLanguage: 'vi',
    isAccessibleForFree: true,
    datePublished: isoWithOffset(article.publishedAt),
    dateModified: isoWithOffset(article.updatedAt ?? article.publishedAt),
    author: authors(article, paper),
    publisher: publisher(paper),
    image: images.length > 0 ? images : [absolute(shareImage)],
    articleSection: article.sections.map(({ name }) => name),
    ...(tags.length > 0 ? { keywords: tags.map(({ name }) => name) } : {}),
    ...(topic
      ? { isPartOf: { '@type': 'CreativeWorkSeries', name: topic.name, url: absolute(topic.href) } }
      : {}),
  };
}
