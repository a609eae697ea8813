import type { Metadata } from 'next';
import type { ArticlePage } from '#lib/articles/types.ts';
import { renditionName } from '#lib/media/types.ts';
import { isoWithOffset } from '#lib/site/dates.ts';
import { mediaPath } from '#lib/site/urls.ts';

function shareImage({ cover }: ArticlePage) {
  const width = cover?.renditions.findLast((one) => one <= 1280);
  if (!cover || !width) return {};
  const height = Math.round((cover.height * width) / cover.width);
  return {
    images: [{ url: mediaPath(renditionName(cover.key, width, 'jpg')), width, height, alt: cover.alt }],
  };
}

/** What an article tells crawlers and whoever shares it. */
export function articleMetadata(article: ArticlePage, siteName: string): Metadata {
  const times = {
    publishedTime: isoWithOffset(article.publishedAt),
    modifiedTime: isoWithOffset(article.updatedAt ?? article.publishedAt),
  };
  return {
    title: article.title,
    description: article.sapo,
    alternates: { canonical: article.href },
    authors: article.bylines.map((byline) => ({ name: byline.name, url: byline.href })),
    robots: { 'max-image-preview': 'large' },
    openGraph: {
      type: 'article',
      siteName,
      locale: 'vi_VN',
      title: article.title,
      description: article.sapo,
      url: article.href,
      section: article.section.name,
      tags: article.tags.map((tag) => tag.name),
      ...times,
      ...shareImage(article),
    },
    twitter: { card: 'summary_large_image' },
  };
}
