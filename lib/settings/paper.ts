import { cacheLife, cacheTag } from 'next/cache';
import { db } from '#lib/db.ts';
import { isBuilding } from '#lib/page-cache/building.ts';
import { paperTag, siteTag } from '#lib/page-cache/tags.ts';
import { readLogo } from './logo.ts';
import { paperView } from './paper-view.ts';
import { readSettings } from './read.ts';
import { samplePaper } from './sample-paper.ts';
import type { PaperView } from './types.ts';

/** What every reader's page says of the paper. */
export async function getPaper(): Promise<PaperView> {
  'use cache';
  cacheLife('page');
  cacheTag(siteTag, paperTag);
  if (isBuilding()) return paperView(samplePaper, null);
  const settings = await readSettings(db());
  return paperView(settings, await readLogo(db(), settings.logo));
}
