import { setTimeout as sleep } from 'node:timers/promises';
import { askBytes, listArticles, withNewsroom } from './delivery-newsroom.ts';
import { figuresOf, heading, line } from './figures.ts';
import { percentile } from './load.ts';
import { type Measured, residentMegabytes, startOurs, type Where } from './rivals.ts';

// What a page costs that nobody has asked for before; what ten thousand kept pages take; how long a start takes.

const articles = 11_000;
const unasked = 200;
const keptPages = 10_000;
/** Then what making them left behind is cleared away. */
const soonMs = 20_000;

async function metric(site: Measured, name: string): Promise<number> {
  const text = await (await fetch(`${site.url}/api/metrics`)).text();
  return Number(new RegExp(`^toasoan_${name} (.*)$`, 'm').exec(text)?.[1] ?? Number.NaN);
}

/** One page after the other, each asked for the first time; milliseconds. */
async function timeMisses(site: Measured, paths: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const path of paths) {
    const began = performance.now();
    const { status } = await askBytes(site.url + path, 'br');
    times.push(performance.now() - began);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    await sleep(10);
  }
  return times;
}

/** Asks for many pages, a few at a time, until the store has so many. */
async function fill(site: Measured, paths: readonly string[]): Promise<void> {
  const rest = [...paths];
  const work = async () => {
    for (let path = rest.pop(); path; path = rest.pop()) await askBytes(site.url + path, 'br');
  };
  await Promise.all(Array.from({ length: 4 }, work));
}

/** V8 holds on to memory for a while that it has cleaned up. */
const stillMs = 15_000;

/** Once its memory has stood still for a while: what is compressed off the requests' path is then done. */
async function settledMegabytes(site: Measured): Promise<number | null> {
  let before = { bytes: -1, megabytes: -1 };
  for (let since = Date.now(); Date.now() - since < stillMs; await sleep(2000)) {
    const now = { bytes: await metric(site, 'kept_bytes'), megabytes: residentMegabytes(site.pid) ?? 0 };
    if (now.bytes === before.bytes && Math.abs(now.megabytes - before.megabytes) <= 1) continue;
    before = now;
    since = Date.now();
  }
  return residentMegabytes(site.pid);
}

async function measureMisses(site: Measured, where: Where): Promise<object> {
  // From the middle of the archive, where no start has been; the first ones have the site load its code.
  const paths = await listArticles(where.databaseUrl, 50 + unasked, 5000);
  await timeMisses(site, paths.slice(0, 50));
  const times = await timeMisses(site, paths.slice(50));
  const figures = { ...figuresOf(times), p99: Math.round(percentile(times, 0.99) * 10) / 10 };
  console.log(`\n${heading}\n${line('an article never asked for', figures)}\n  p99 ${figures.p99}`);
  return figures;
}

async function measureMemory(site: Measured, where: Where): Promise<object> {
  const before = residentMegabytes(site.pid);
  await fill(site, await listArticles(where.databaseUrl, keptPages));
  const full = residentMegabytes(site.pid);
  await sleep(soonMs);
  const soon = residentMegabytes(site.pid);
  const megabytes = await settledMegabytes(site);
  const kept = await metric(site, 'kept_pages');
  // The store's and the finished pages are the same bytes, counted in both places.
  const stored = Math.max(await metric(site, 'store_bytes'), await metric(site, 'kept_bytes'));
  console.log(
    `  RSS: ${before} MB before, ${full} MB with ${kept} pages just made, ${soon} MB ${soonMs / 1000} s later, ${megabytes} MB once settled (${Math.round(stored / 1e6)} MB of them the pages)`,
  );
  return { before, full, soon, megabytes, kept, stored };
}

/** Of a page never asked for, of ten thousand kept, of a start: what each takes. */
export async function benchCosts(): Promise<object> {
  return await withNewsroom(articles, async (where) => {
    const first = await startOurs(where);
    let again: Measured | null = null;
    try {
      const misses = await measureMisses(first, where);
      const memory = await measureMemory(first, where);
      await first.stop();
      again = await startOurs(where);
      const startMs = { first: Math.round(first.startMs), withPagesOnDisk: Math.round(again.startMs) };
      console.log(
        `  start to first answer: ${startMs.first} ms; with ${keptPages} pages on disk ${startMs.withPagesOnDisk} ms`,
      );
      return { misses, memory, startMs };
    } finally {
      await first.stop();
      await again?.stop();
    }
  });
}
