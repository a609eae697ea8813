import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { migrate } from '#lib/server/migrations.ts';
import { startPostgres } from '#lib/server/postgres.ts';
import { fillArchive } from './archive/fill-archive.ts';

// Archives to measure with. Each lies in a data folder of its own and is kept between runs: a million articles take a
// quarter of an hour. BENCH_ARCHIVES names databases that have archives already, between commas.

export interface Archive {
  articles: number;
  url: string;
  stop: () => Promise<void>;
}

async function countArticles(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM article');
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}

const namedArchives = () => (process.env['BENCH_ARCHIVES'] ?? '').split(',').filter((url) => url !== '');
const archivesFolder = () => resolve(process.env['DATA_DIR'] || '.data', 'archives');

/** The archives there are: those that were named or, where none were, those that lie in the data folder. */
export async function* archivesThere(): AsyncGenerator<string> {
  yield* namedArchives();
  if (namedArchives().length > 0 || !existsSync(archivesFolder())) return;
  for (const name of readdirSync(archivesFolder())) {
    const postgres = await startPostgres(join(archivesFolder(), name));
    try {
      yield postgres.url;
    } finally {
      await postgres.stop();
    }
  }
}

async function ownArchive(articles: number): Promise<Archive> {
  const dataDir = join(archivesFolder(), String(articles));
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

/** An archive of so many articles: the one that was named, or one of its own, made where it is missing. */
export async function openArchive(articles: number): Promise<Archive> {
  for (const url of namedArchives()) {
    if ((await countArticles(url)) !== articles) continue;
    await migrate(url);
    return { articles, url, stop: async () => {} };
  }
  return await ownArchive(articles);
}
