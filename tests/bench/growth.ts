import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { step } from '#lib/server/steps.ts';
import { startSite } from '#tests/support/server.ts';
import { type Archive, openArchive } from './archives.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type GrowthPage, growthPages } from './growth-pages.ts';
import { cpuOf, databaseWork, untilQuiet } from './work-done.ts';

// What each page costs as the archive grows: made anew at every request (PAGE_CACHE=off), one after the other, over HTTP,
// from a built site.

const sizes = [1_000, 100_000, 1_000_000];
const tries = 20;
/** Of each page before it is measured. */
const warming = 4;
/** Before any is measured: the first hundred pages load code, have it compiled and open connections. */
const rounds = 8;
const mostTimes = 2;

/** Asks for a page as a reader does. */
async function ask(url: string): Promise<{ status: number; ms: number }> {
  const began = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  return { status: response.status, ms: performance.now() - began };
}

async function residentBytes(siteUrl: string): Promise<number> {
  const text = await (await fetch(`${siteUrl}/api/metrics`)).text();
  return Number(/^toasoan_resident_bytes (\d+)/m.exec(text)?.[1] ?? 0);
}

/** Asks for a page so many times; gives the times, or the status of what is no page. */
async function askOften(
  siteUrl: string,
  paths: readonly string[],
  count: number,
): Promise<number[] | number> {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const { status, ms } = await ask(`${siteUrl}${paths[n % paths.length]}`);
    if (status !== 200) return status;
    times.push(ms);
  }
  return times;
}

interface Made extends Figures {
  /** Milliseconds of CPU that the server took for one page; null where the system does not tell. */
  cpu: number | null;
  /** Milliseconds that the database's connections were at work for one page. */
  database: number;
  /** Of a page that is streamed: how much memory above idle. */
  megabytes?: number;
}
type Measured = Record<string, Made>;

interface Site {
  url: string;
  pid: number;
  client: pg.Client;
}

/** What making a page costs; a status where there is none. */
async function time({ url, pid, client }: Site, { paths }: GrowthPage): Promise<Made | number> {
  const warm = await askOften(url, paths, warming);
  if (typeof warm === 'number') return warm;
  const [cpuBefore, workBefore] = [cpuOf(pid), await databaseWork(client)];
  const times = await askOften(url, paths, tries);
  if (typeof times === 'number') return times;
  const cpu = cpuOf(pid);
  const database = ((await databaseWork(client)) - workBefore) / tries;
  return {
    ...figuresOf(times),
    cpu: cpu === null || cpuBefore === null ? null : (cpu - cpuBefore) / tries,
    database,
  };
}

/** By how many megabytes the server grows while a page is made over and over. */
async function growthOf(siteUrl: string, work: () => Promise<unknown>): Promise<number> {
  const before = await residentBytes(siteUrl);
  let most = before;
  let ended = false;
  const ending = work().finally(() => {
    ended = true;
  });
  while (!ended) {
    most = Math.max(most, await residentBytes(siteUrl));
    await sleep(20);
  }
  await ending;
  return Math.round((most - before) / 1024 / 1024);
}

const number = (value: number | null) => (value === null ? '–' : value.toFixed(1)).padStart(9);
const columns = ['p50', 'p95', 'CPU', 'database'].map((name) => name.padStart(9)).join('');

function tell(page: GrowthPage, made: Made): void {
  const memory = made.megabytes === undefined ? '' : `  ${made.megabytes} MB above idle`;
  const over = page.atMost !== undefined && made.p50 > page.atMost ? `  NOT within ${page.atMost} ms` : '';
  const figures = [made.p50, made.p95, made.cpu, made.database].map(number).join('');
  console.log(`  ${page.name.padEnd(34)}${figures}${memory}${over}`);
}

async function measurePage(site: Site, page: GrowthPage): Promise<Made | number> {
  if (page.paths.length === 0) return 404;
  const made = await time(site, page);
  if (typeof made === 'number' || !page.streamed) return made;
  return { ...made, megabytes: await growthOf(site.url, () => askOften(site.url, page.paths, tries)) };
}

async function measure(archive: Archive): Promise<Measured> {
  const env = { PAGE_CACHE: 'off', AUTH_SECRET: 'a secret of the benchmarks, long enough' };
  const site = await startSite({ databaseUrl: archive.url, env });
  const client = new pg.Client({ connectionString: archive.url });
  await client.connect();
  const measured: Measured = {};
  try {
    const pages = await growthPages(archive.url);
    await untilQuiet(client);
    for (const { paths } of Array.from({ length: rounds }, () => pages).flat())
      await askOften(site.url, paths, paths.length > 0 ? 1 : 0);
    for (const page of pages) {
      const made = await measurePage({ url: site.url, pid: site.process.pid ?? 0, client }, page);
      if (typeof made === 'number') console.log(`  ${page.name.padEnd(34)} status ${made}`);
      else {
        measured[page.name] = made;
        tell(page, made);
      }
    }
  } finally {
    await client.end();
    await site.stop();
  }
  return measured;
}

/** How many times as much a page costs in the largest archive as in the smallest: in time, and in work done. */
function compare(all: [number, Measured][]): Record<string, object> {
  const [smallest, small] = all[0] ?? [0, {}];
  const [largest, large] = all.at(-1) ?? [0, {}];
  const ratios: Record<string, object> = {};
  console.log(
    `\n  ${largest} articles ÷ ${smallest} articles`.padEnd(37) +
      columns.slice(0, 9) +
      '     work'.padStart(9),
  );
  for (const [name, made] of Object.entries(large)) {
    const base = small[name];
    if (!base) continue;
    const time = made.p50 / base.p50;
    const work = ((made.cpu ?? 0) + made.database) / ((base.cpu ?? 0) + base.database);
    ratios[name] = { time, work };
    const over = time > mostTimes ? `  NOT within ${mostTimes}` : '';
    console.log(`  ${name.padEnd(34)}${time.toFixed(2).padStart(9)}${work.toFixed(2).padStart(9)}${over}`);
  }
  return ratios;
}

/** Serves archives of growing size and asks for each kind of page; gives the times in milliseconds. */
export async function benchGrowth(): Promise<object> {
  const all: [number, Measured][] = [];
  for (const size of sizes) {
    const archive = await step(`${size} articles are there`, () => openArchive(size));
    try {
      console.log(`\n  ${`${archive.articles} articles, milliseconds`.padEnd(34)}${columns}`);
      all.push([archive.articles, await measure(archive)]);
    } finally {
      await archive.stop();
    }
  }
  return { ratios: compare(all), bySize: Object.fromEntries(all) };
}
