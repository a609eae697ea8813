import { answerSitemap } from '#lib/sitemaps/answer.ts';
import { machineRoute } from '../../machine-route.ts';

/** The news of the last 48 hours, a month's articles, the pages that gather articles. */
export const GET = machineRoute('/sitemaps/[file]', ({ file }: { file: string }) =>
  answerSitemap(file, new Date()),
);
