import { setTimeout as sleep } from 'node:timers/promises';
import { db } from '#lib/db.ts';
import type { Actor } from '#lib/staff/types.ts';
import { enter } from '#tests/support/accounts.ts';
import { setSelfApproval, writeArticle } from '#tests/support/articles.ts';
import { pressPublish } from '#tests/support/newsroom-button.ts';
import { makeStaff } from '#tests/support/staff.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { listArticles, withNewsroom } from './delivery-newsroom.ts';
import { type Figures, figuresOf, heading, line } from './figures.ts';
import { percentile } from './load.ts';
import { type Measured, startOurs } from './rivals.ts';
import { type SteadyLoad, startSteadyLoad } from './steady-load.ts';

// From "Xuất bản" to the first fresh answer, on every page that shows the article, while readers ask 2,000 times a second.

const articles = 5000;
const publications = 70;
const perSecond = 2000;
/**
 * After it is fresh everywhere: long enough for an old answer to come, if any does, and for the clock to show another
 * second, which is all that the index of sitemaps tells of a change.
 */
const afterMs = 1050;

interface Desk {
  siteUrl: string;
  visitor: Visitor;
  chief: Actor;
  categoryId: number;
}

/** The pages that show a new article, besides its own. */
async function sharedSurfaces(siteUrl: string): Promise<Record<string, string>> {
  const surfaces: Record<string, string> = {
    front: '/',
    section: '/thoi-su',
    tag: '/tag/giao-thong',
    rss: '/rss.xml',
    'section rss': '/rss/thoi-su.xml',
    sitemap: '/sitemap.xml',
    'news sitemap': '/sitemaps/news.xml',
  };
  const there = await Promise.all(
    Object.entries(surfaces).map(
      async ([name, path]) => [name, path, (await fetch(siteUrl + path)).status] as const,
    ),
  );
  return Object.fromEntries(there.filter(([, , status]) => status === 200));
}

async function openDesk(site: Measured, databaseUrl: string): Promise<Desk> {
  process.env['SITE_URL'] = site.url;
  await setSelfApproval('always');
  const visitor = new Visitor('127.0.0.1');
  const chief = await enter(visitor, await makeStaff('editor_in_chief', [], databaseUrl));
  const { id } = await db().category.findFirstOrThrow({ where: { path: 'thoi-su' } });
  return { siteUrl: site.url, visitor, chief, categoryId: id };
}

/** Publishes an article; gives the milliseconds until each page answered something new. */
async function publishOne(
  { siteUrl, visitor, chief, categoryId }: Desk,
  load: SteadyLoad,
  shared: Record<string, string>,
): Promise<Record<string, number>> {
  const written = await writeArticle(chief, { categoryId });
  const { slug } = await db().article.findUniqueOrThrow({ where: { id: written.id } });
  const surfaces = { article: `/${slug}-${written.id}.html`, ...shared };
  await load.watch(Object.values(surfaces));
  const pressed = performance.timeOrigin + performance.now();
  const changed = load.untilChanged();
  await pressPublish(siteUrl, visitor, written);
  const at = await changed;
  await sleep(afterMs);
  return Object.fromEntries(
    Object.entries(surfaces).map(([name, path]) => [name, (at[path] ?? Number.NaN) - pressed]),
  );
}

/** That what changed is what was published: the newest article stands on each page. */
async function demandShown(readersUrl: string, shared: Record<string, string>): Promise<void> {
  const newest = await db().article.findFirstOrThrow({
    where: { status: 'published' },
    orderBy: { firstPublishedAt: 'desc' },
  });
  for (const path of Object.values(shared)) {
    const text = await (await fetch(readersUrl + path)).text();
    // An index of sitemaps names no articles.
    if (path !== '/sitemap.xml' && !text.includes(`-${newest.id}.html`))
      throw new Error(`${path} has no ${newest.id}`);
  }
}

async function measure(name: string, desk: Desk, readers: Measured, always: string[]): Promise<object> {
  const shared = await sharedSurfaces(readers.url);
  const load = await startSteadyLoad(readers.url, perSecond, always);
  try {
    await sleep(2000);
    for (let warm = 0; warm < 5; warm++) await publishOne(desk, load, shared);
    await load.count();
    const times: Record<string, number[]> = {};
    for (let n = 0; n < publications; n++) {
      for (const [surface, ms] of Object.entries(await publishOne(desk, load, shared))) {
        times[surface] = [...(times[surface] ?? []), ms];
      }
    }
    const answers = await load.count();
    await demandShown(readers.url, shared);
    const all = Object.values(times).flat();
    const p99 = percentile(all, 0.99);
    console.log(`\n  ${name}\n${heading}`);
    const figures: Record<string, Figures> = {};
    for (const [surface, each] of Object.entries(times)) {
      figures[surface] = figuresOf(each);
      console.log(line(surface, figuresOf(each)));
    }
    console.log(`  p99 of all: ${p99.toFixed(1)} ms; ${JSON.stringify(answers)}`);
    return { publications, p99, surfaces: figures, answers };
  } finally {
    load.stop();
  }
}

/** How soon readers see what was published: of the server where it was, and of another on the same database. */
export async function benchFreshness(): Promise<object> {
  return await withNewsroom(articles, async (where) => {
    const ours = await startOurs(where);
    let other: Measured | null = null;
    try {
      const always = await listArticles(where.databaseUrl, 12, 20);
      const desk = await openDesk(ours, where.databaseUrl);
      // The tag's page is there from the first article on.
      await pressPublish(
        desk.siteUrl,
        desk.visitor,
        await writeArticle(desk.chief, { categoryId: desk.categoryId }),
      );
      const same = await measure('on the server where it was pressed', desk, ours, always);
      other = await startOurs({ ...where, dataDir: makeTempFolder('bench-other') });
      const second = await measure('on a second server', desk, other, always);
      return { perSecond, same, second };
    } finally {
      await ours.stop();
      await other?.stop();
    }
  });
}
