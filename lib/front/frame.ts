import { listSections } from '#lib/categories/sections.ts';
import { getToday } from '#lib/page-cache/today.ts';
import { getPaper } from '#lib/settings/paper.ts';
import { getBreaking } from './breaking-line.ts';
import type { Frame } from './types.ts';

/** What stands around every reader's page. Each part is read once for all of them, and again once it has changed. */
export async function getFrame(): Promise<Frame> {
  const [paper, sections, breaking] = await Promise.all([getPaper(), listSections(), getBreaking()]);
  return { paper, sections, today: getToday(), breaking };
}
