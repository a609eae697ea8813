import { taggedAnswer } from '#lib/page-cache/tagged-answer.ts';
import { siteTag } from '#lib/page-cache/tags.ts';
import { absolute } from '#lib/site/urls.ts';
import { machineRoute } from '../machine-route.ts';

/** Crawlers are welcome everywhere but in the newsroom and among search results. */
export const GET = machineRoute('/robots.txt', async () => {
  const lines = [
    'User-agent: *',
    'Disallow: /admin',
    'Disallow: /api/',
    'Disallow: /tim-kiem',
    'Disallow: /tim/',
    'Disallow: /xem-truoc/',
    '',
    `Sitemap: ${absolute('/sitemap.xml')}`,
    `Sitemap: ${absolute('/sitemaps/news.xml')}`,
    '',
  ];
  return taggedAnswer(lines.join('\n'), { type: 'text/plain; charset=utf-8', tags: [siteTag] });
});
