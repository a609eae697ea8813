import { answerSitemapIndex } from '#lib/sitemaps/answer.ts';
import { machineRoute } from '../machine-route.ts';

/** All sitemaps of the site. */
export const GET = machineRoute('/sitemap.xml', () => answerSitemapIndex(new Date()));
