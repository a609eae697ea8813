import { db } from '#lib/db.ts';
import { isBuilding } from '#lib/page-cache/building.ts';
import { keptRead } from '#lib/page-cache/kept-read.ts';
import { paperTag, siteTag } from '#lib/page-cache/tags.ts';
import { readLogo } from './logo.ts';
import { paperView } from './paper-view.ts';
import { readSettings } from './read.ts';
import { samplePaper } from './sample-paper.ts';
import type { PaperView } from './types.ts';

/** What every reader's page says of the paper. */
export const getPaper = () =>
  keptRead('paper', async () => ({
    value: await readPaper(),
    tags: [siteTag, paperTag],
  }));

/** The settings for a feed or a sitemap, which is made anew after each publication and carries these tags. */
export const getFeedSettings = () =>
  keptRead('settings', async () => ({ value: await readSettings(db()), tags: [siteTag, paperTag] }), {
    isForFeeds: true,
  });

async function readPaper(): Promise<PaperView> {
  if (isBuilding()) return paperView(samplePaper, null);
  const settings = await readSettings(db());
  return paperView(settings, await readLogo(db(), settings.logo));
}
