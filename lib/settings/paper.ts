import { cacheLife, cacheTag } from 'next/cache';
import { db } from '#lib/db.ts';
import type { PictureView } from '#lib/media/types.ts';
import { isBuilding } from '#lib/page-cache/building.ts';
import { paperTag, siteTag } from '#lib/page-cache/tags.ts';
import { paperView } from './paper-view.ts';
import { readSettings } from './read.ts';
import { samplePaper } from './sample-paper.ts';
import type { PaperView } from './types.ts';

const logoSelect = {
  key: true,
  width: true,
  height: true,
  renditions: true,
  dominantColor: true,
  focalX: true,
  focalY: true,
} as const;

/** The logo's picture, under the key it has now; null where it is not in the store any more. */
async function readLogo(key: string | null): Promise<PictureView | null> {
  if (key === null) return null;
  return await db().picture.findFirst({
    where: { OR: [{ key }, { formerKeys: { some: { key } } }] },
    select: logoSelect,
  });
}

/** What every reader's page says of the paper. */
export async function getPaper(): Promise<PaperView> {
  'use cache';
  cacheLife('page');
  cacheTag(siteTag, paperTag);
  if (isBuilding()) return paperView(samplePaper, null);
  const settings = await readSettings(db());
  return paperView(settings, await readLogo(settings.logo));
}
