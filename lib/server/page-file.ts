import { createHash, randomBytes } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import pg from 'pg';
import { readMissed } from '#lib/page-cache/listen.ts';
import { detach, packedOf } from '#lib/page-cache/packed.ts';
import { lastChange, listPages, moment, takeBack, type WrittenPage } from '#lib/page-cache/store.ts';
import { dayTag, siteTag } from '#lib/page-cache/tags.ts';
import { isoWithOffset } from '#lib/site/dates.ts';
import type { Env } from '#lib/site/env.ts';

// The store on disk: what a server had finished when it was stopped is there when it starts, as far as it is still true.

const format = 'toasoan-pages-3';
/** Pages written in one go; between two, readers are answered. */
const atOnce = 200;

/** What the pages were made of; another build or database has other pages. */
interface Origin {
  build: string;
  site: string;
  database: string;
}

interface Header extends Origin {
  format: string;
  /** Number of the last change that the pages show. */
  change: bigint;
  /** The day in Viet Nam that the pages name. */
  day: string;
}

const pageFile = (env: Env): string => join(env.dataDir, 'pages.bin');
const today = (): string => isoWithOffset(new Date()).slice(0, 10);

async function withClient<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: process.env['DATABASE_URL'],
    connectionTimeoutMillis: 3000,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function readOrigin(env: Env, client: pg.Client): Promise<Origin> {
  // The moment of its first migration tells one database from another.
  const { rows } = await client.query<{ at: string }>(
    'SELECT min(started_at)::text AS at FROM _prisma_migrations',
  );
  const build = await readFile(join('.next', 'BUILD_ID'), 'utf8');
  return { build, site: env.siteUrl, database: rows[0]?.at ?? '' };
}

/** A frame: its length, its checksum, its bytes. */
function frame(value: unknown): Buffer {
  const bytes = serialize(value);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, createHash('sha256').update(bytes).digest(), bytes]);
}

function* frames(file: Buffer): Generator<unknown> {
  for (let at = 0; at < file.length; ) {
    const length = file.readUInt32LE(at);
    const bytes = file.subarray(at + 36, at + 36 + length);
    const sum = createHash('sha256').update(bytes).digest();
    if (bytes.length !== length || !sum.equals(file.subarray(at + 4, at + 36))) throw new Error('checksum');
    yield deserialize(bytes);
    at += 36 + length;
  }
}

/** Writes the store down; nothing is written before the process knows what its pages show. */
export async function writePages(env: Env): Promise<void> {
  const change = lastChange();
  if (change === null) return;
  const making = `${pageFile(env)}.${randomBytes(4).toString('hex')}.part`;
  try {
    const origin = await withClient((client) => readOrigin(env, client));
    // What Next keeps for itself, and what only names the tags of a feed, is soon there again.
    const pages = listPages().filter(({ value }) => packedOf(value) !== null);
    const file = await open(making, 'w');
    try {
      await file.writeFile(frame({ format, change, day: today(), ...origin } satisfies Header));
      for (let from = 0; from < pages.length; from += atOnce) {
        await file.writeFile(frame(pages.slice(from, from + atOnce)));
      }
    } finally {
      await file.close();
    }
    await rename(making, pageFile(env));
  } catch (error) {
    // A full disk costs the next start some seconds, no more.
    console.error(
      `The finished pages could not be written down: ${error instanceof Error ? error.message : error}`,
    );
    await rm(making, { force: true });
  }
}

/** What servers that were killed while they wrote have left. */
async function removeUnfinished(env: Env): Promise<void> {
  const names = await readdir(env.dataDir).catch(() => []);
  const unfinished = names.filter((name) => /^pages\.bin\..*\.part$/.test(name));
  for (const name of unfinished) await rm(join(env.dataDir, name), { force: true });
}

function isOf(header: Header, origin: Origin): boolean {
  const { build, site, database } = origin;
  return (
    header.format === format && header.build === build && header.site === site && header.database === database
  );
}

async function readStillTrue(env: Env): Promise<{ pages: WrittenPage[]; since: number }> {
  const file = await readFile(pageFile(env)).catch(() => null);
  if (!file) return { pages: [], since: 0 };
  const since = moment();
  const [header, ...rest] = [...frames(file)] as [Header, ...WrittenPage[][]];
  const { origin, missed, newest } = await withClient(async (client) => {
    const { rows } = await client.query<{ id: string | null }>('SELECT max(id)::text AS id FROM outbox');
    return {
      origin: await readOrigin(env, client),
      missed: await readMissed(client, header.change),
      newest: BigInt(rows[0]?.id ?? 0),
    };
  });
  // A database older than the pages was put back from a backup.
  if (!isOf(header, origin) || newest < header.change || missed.includes(siteTag))
    return { pages: [], since };
  const gone = new Set(header.day === today() ? missed : [...missed, dayTag]);
  return { pages: rest.flat().filter((page) => !page.tags.some((tag) => gone.has(tag))), since };
}

/**
 * Takes back from disk what is still true of the pages written there.
 * @returns how many; a file that is damaged or of another build gives none
 */
export async function takeBackPages(env: Env): Promise<number> {
  await removeUnfinished(env);
  try {
    const { pages, since } = await readStillTrue(env);
    for (const page of pages) {
      const packed = packedOf(page.value);
      if (!packed) continue;
      detach(packed);
      takeBack({ ...page, value: packed }, since);
    }
    return pages.length;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(`The finished pages on disk can't be used (${why}); they are made anew.`);
    await rm(pageFile(env), { force: true });
    return 0;
  }
}
