import { setTimeout as sleep } from 'node:timers/promises';
import { db } from '#lib/db.ts';
import { articlePath, categoryPath } from '#lib/site/urls.ts';
import { isStopping } from './stop-signals.ts';

/** Newest articles that are ready before readers come. */
const articles = 200;
/** A start waits no longer than this; what is missing then is made while readers are served. */
const longestMs = 1500;

/** The addresses that most readers ask for first: the front page, the sections' fronts, the newest articles. */
async function listAddresses(): Promise<string[]> {
  const sections = await db().category.findMany({ orderBy: { position: 'asc' }, select: { path: true } });
  const newest = await db().article.findMany({
    where: { status: 'published' },
    orderBy: [{ firstPublishedAt: 'desc' }, { id: 'desc' }],
    take: articles,
    select: { id: true, slug: true },
  });
  return [
    '/',
    ...sections.map(({ path }) => categoryPath(path)),
    ...newest.map(({ slug, id }) => articlePath(slug, id)),
  ];
}

/**
 * Has the pages made that readers will ask for first, one after the other.
 * @param make  makes the page at an address and keeps it
 * @returns when they are made, or when a start has waited long enough
 */
export async function warmUp(make: (address: string) => unknown): Promise<void> {
  const addresses = await listAddresses();
  const all = (async () => {
    for (const address of addresses) {
      if (isStopping()) return;
      await make(address);
    }
  })();
  // What goes wrong with a page is told where it is made.
  await Promise.race([all.catch(() => {}), sleep(longestMs, undefined, { ref: false })]);
}
