import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '#lib/server/migrations.ts';
import { startPostgres } from '#lib/server/postgres.ts';
import { step } from '#lib/server/steps.ts';
import { startSite } from '#tests/support/server.ts';
import { fillArchive } from './archive/fill-archive.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type GrowthPage, growthPages } from './growth-pages.ts';

// What each page costs as the archive grows: made anew at every request (PAGE_CACHE=off), one after the other, over HTTP,
// from a built site.

const sizes = [1_000, 100_000, 1_000_000];
const tries = 20;
/** The site's first pages load its code and open its connections. */
const warming = 6;
const mostTimes = 2;

interface Archive {
  articles: number;
  url: string;
  stop: () => Promise<void>;
}

/** An archive in a data folder of its own, kept between runs: a million articles take a quarter of an hour. */
async function ownArchive(articles: number): Promise<Archive> {
  const dataDir = join(process.env['DATA_DIR'] || '.data', 'archives', String(articles));
  const postgres = await startPostgres(dataDir);
  try {
    await migrate(postgres.url);
    await fillArchive(postgres.url, { articles, media: dataDir });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return { articles, ...postgres };
}

async function givenArchive(url: string): Promise<Archive> {
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM article');
  await client.end();
  return { articles: rows[0]?.count ?? 0, url, stop: async () => {} };
}

/** BENCH_ARCHIVES names databases that have an archive already, between commas; without it each size is made. */
const archives = (): (() => Promise<Archive>)[] =>
  process.env['BENCH_ARCHIVES']?.split(',').map((url) => () => givenArchive(url)) ??
  sizes.map((size) => () => ownArchive(size));

/** Asks for a page as a reader does; null where the site has no such page. */
async function ask(url: string): Promise<number | null> {
  const began = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  return response.status === 200 ? performance.now() - began : null;
}

async function residentBytes(siteUrl: string): Promise<number> {
  const text = await (await fetch(`${siteUrl}/api/metrics`)).text();
  return Number(/^toasoan_resident_bytes (\d+)/m.exec(text)?.[1] ?? 0);
}

async function time(siteUrl: string, { paths }: GrowthPage): Promise<Figures | null> {
  if (paths.length === 0) return null;
  const times: number[] = [];
  for (let n = 0; n < warming + tries; n++) {
    const ms = await ask(`${siteUrl}${paths[n % paths.length]}`);
    if (ms === null) return null;
    if (n >= warming) times.push(ms);
  }
  return figuresOf(times);
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

interface Made extends Figures {
  /** Of a page that is streamed. */
  megabytes?: number;
}
type Measured = Record<string, Made>;

function tell(page: GrowthPage, made: Made): void {
  const number = (value: number) => value.toFixed(1).padStart(9);
  const memory = made.megabytes === undefined ? '' : `  ${made.megabytes} MB above idle`;
  const over = page.atMost !== undefined && made.p50 > page.atMost ? `  NOT within ${page.atMost} ms` : '';
  console.log(`  ${page.name.padEnd(34)}${number(made.p50)}${number(made.p95)}${memory}${over}`);
}

async function measure(archive: Archive): Promise<Measured> {
  const site = await startSite({
    databaseUrl: archive.url,
    env: { PAGE_CACHE: 'off', AUTH_SECRET: 'a secret of the benchmarks, long enough' },
  });
  const measured: Measured = {};
  try {
    for (const page of await growthPages(archive.url)) {
      const figures = await time(site.url, page);
      if (!figures) {
        console.log(`  ${page.name.padEnd(34)} no such page here`);
        continue;
      }
      const made: Made = page.streamed
        ? { ...figures, megabytes: await growthOf(site.url, () => time(site.url, page)) }
        : figures;
      measured[page.name] = made;
      tell(page, made);
    }
  } finally {
    await site.stop();
  }
  return measured;
}

function compare(all: [number, Measured][]): Record<string, number> {
  const [[, small] = [0, {}]] = all;
  const [size, large] = all.at(-1) ?? [0, {}];
  const ratios: Record<string, number> = {};
  console.log(`\n  ${size} articles ÷ ${all[0]?.[0]} articles, of the middle times`);
  for (const [name, figures] of Object.entries(large)) {
    const base = (small as Measured)[name];
    if (!base) continue;
    const ratio = figures.p50 / base.p50;
    ratios[name] = Math.round(ratio * 100) / 100;
    console.log(
      `  ${name.padEnd(34)}${ratio.toFixed(2).padStart(9)}${ratio > mostTimes ? `  NOT within ${mostTimes}` : ''}`,
    );
  }
  return ratios;
}

/** Serves archives of growing size and asks for each kind of page; gives the times in milliseconds. */
export async function benchGrowth(): Promise<object> {
  const all: [number, Measured][] = [];
  for (const open of archives()) {
    const archive = await step('An archive is there', open);
    try {
      console.log(
        `\n  ${archive.articles} articles${'p50'.padStart(20)}${'p95'.padStart(9)}  (milliseconds)`,
      );
      all.push([archive.articles, await measure(archive)]);
    } finally {
      await archive.stop();
    }
  }
  return { ratios: compare(all), bySize: Object.fromEntries(all) };
}
