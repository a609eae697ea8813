import { sitemapPath } from '#lib/site/urls.ts';
import { listMonths } from './months.ts';
import { listNamedParts } from './named.ts';
import { countNews } from './news.ts';
import { type SitemapPage, sitemapIndex } from './write.ts';

/** The n-th file of several; the first has no number. */
const nth = (name: string, part: number): string => sitemapPath(part === 1 ? name : `${name}-${part}`);

const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

/** `/sitemap.xml`: every sitemap of the site, each with when it last changed where that is known. */
export async function readSitemapIndex(now: Date): Promise<string> {
  const [news, months, named] = await Promise.all([countNews(now), listMonths(), listNamedParts()]);
  const sitemaps: SitemapPage[] = [
    ...upTo(news.parts).map((part) => ({ path: nth('news', part), changedAt: news.changedAt })),
    { path: sitemapPath('chuyen-muc'), changedAt: null },
    ...named.map(({ kind, part }) => ({ path: nth(kind, part), changedAt: null })),
    ...months.flatMap(({ month, parts, changedAt }) =>
      upTo(parts).map((part) => ({ path: nth(month, part), changedAt })),
    ),
  ];
  return sitemapIndex(sitemaps);
}
