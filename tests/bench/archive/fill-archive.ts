import pg from 'pg';
import { showProgress } from '#lib/import/progress.ts';
import { step } from '#lib/server/steps.ts';
import { type ArchivePlan, batchSize, makeBatch } from './batch.ts';
import { dropCostly } from './costly.ts';
import { fillers } from './fillers.ts';
import { Language } from './language.ts';
import { makePaper, type Paper } from './paper.ts';
import { fillArchiveRails } from './rails.ts';
import { readSample } from './sample.ts';
import type { Desk } from './write-article.ts';

// An archive of any size, straight into a migrated database: the sample newspaper's words, gone on for fifteen years. The
// same seed, size and end make the same archive. Each batch is a transaction, so that what was interrupted goes on.

/** The tables that fillers write to a row at a time; theirs are the costly indexes. */
const filled = [
  'article',
  'article_tag',
  'article_byline',
  'article_picture',
  'related_pick',
  'revision',
  'search_entry',
];

interface Asked {
  articles: number;
  seed?: number;
  /** The time of the newest article. */
  until?: Date;
  /** The data folder in which the pictures' files are made; none: pages name pictures that are not there. */
  media?: string | null;
  /** Write into a database that has articles already. */
  besides?: boolean;
  /** Show no bar. */
  quiet?: boolean;
  /** Stops it after the batch that it is at; asked again, it goes on there. */
  signal?: AbortSignal;
}

/** What an archive writes down of itself when it begins. */
interface Begun extends Omit<ArchivePlan, 'until'> {
  until: string;
  /** What has still to be put back. */
  putBack: string[];
}

/** A database that this must not write into, told in one sentence. */
export class NotForArchives extends Error {}

const mark = { begun: 'archive.begin', ended: 'archive.end' };

async function note(client: pg.Client, action: string, details: object): Promise<void> {
  await client.query("INSERT INTO audit_entry (action, subject_type, details) VALUES ($1, 'newspaper', $2)", [
    action,
    JSON.stringify(details),
  ]);
}

async function lastNote(client: pg.Client, action: string): Promise<Begun | null> {
  const { rows } = await client.query<{ details: Begun }>(
    'SELECT details FROM audit_entry WHERE action = $1 ORDER BY id DESC LIMIT 1',
    [action],
  );
  return rows[0]?.details ?? null;
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Begins an archive, where the database is for one. @throws NotForArchives */
async function begin(
  client: pg.Client,
  { articles, seed = 20261122, until = new Date(), besides }: Asked,
): Promise<Begun> {
  const { rows } = await client.query<{ last: number; count: number }>(
    'SELECT coalesce(max(id), 0) AS last, count(*)::int AS count FROM article',
  );
  const { last, count } = rows[0] ?? { last: 0, count: 0 };
  if (count > 0 && !besides) {
    throw new NotForArchives(
      `There are ${count} articles in this database already, and nothing was written. An archive belongs into an empty database; to write it beside them all the same, add --besides.`,
    );
  }
  return await inTransaction(client, async () => {
    const begun = {
      articles,
      seed,
      until: until.toISOString(),
      firstId: last + 1,
      putBack: await dropCostly(client, filled),
    };
    await note(client, mark.begun, begun);
    return begun;
  });
}

/** The archive that stands half-made in the database, or a new one. @throws NotForArchives */
async function takeUp(client: pg.Client, asked: Asked): Promise<{ begun: Begun; done: boolean }> {
  const begun = await lastNote(client, mark.begun);
  const ended = await lastNote(client, mark.ended);
  const same = begun?.articles === asked.articles && begun.seed === (asked.seed ?? begun.seed);
  if (begun && ended && ended.firstId === begun.firstId && same) return { begun, done: true };
  if (begun && ended?.firstId !== begun.firstId) {
    if (same) return { begun, done: false };
    throw new NotForArchives(
      `An archive of ${begun.articles} articles was begun here; ask for that size to finish it.`,
    );
  }
  return { begun: await begin(client, asked), done: false };
}

const grouped = <T, K extends string>(list: readonly T[], keys: (one: T) => readonly K[]): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    for (const key of new Set(keys(one))) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
};

const deskOf = (paper: Paper, sample: ReturnType<typeof readSample>): Desk => ({
  paper,
  language: new Language(sample),
  tagsByTop: grouped(paper.tags, (tag) => [tag.home]),
  picturesByTop: grouped(paper.pictures, (picture) => picture.tops),
});

async function writeBatches(
  client: pg.Client,
  desk: Desk,
  plan: ArchivePlan,
  { quiet, signal }: Asked,
): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM article WHERE id >= $1',
    [plan.firstId],
  );
  const progress = quiet ? null : showProgress(`  Writing ${plan.articles} articles`);
  let writing = Promise.resolve();
  for (let n = Math.floor((rows[0]?.count ?? 0) / batchSize); n * batchSize < plan.articles; n++) {
    // The next batch is made while the database takes this one in.
    signal?.throwIfAborted();
    const batch = makeBatch(desk, plan, n);
    await writing;
    writing = inTransaction(client, async () => {
      for (const fill of fillers) await fill(client, batch, plan);
    });
    // Whoever awaits it next hears of a failure; until then it is nobody's.
    writing.catch(() => {});
    // Lets the driver send what it has.
    await new Promise((soon) => setImmediate(soon));
    progress?.update(Math.min(plan.articles, n * batchSize), plan.articles);
  }
  await writing;
  progress?.update(plan.articles, plan.articles);
  progress?.end();
}

async function putBack(client: pg.Client, begun: Begun): Promise<void> {
  await client.query("SET maintenance_work_mem = '1GB'");
  for (let left = begun.putBack; left.length > 0; left = left.slice(1)) {
    const [statement = ''] = left;
    await inTransaction(client, async () => {
      await client.query(statement);
      await note(client, mark.begun, { ...begun, putBack: left.slice(1) });
    });
  }
}

/**
 * Fills a migrated database with an archive, or goes on with one that was interrupted; one that is there already is left
 * as it is.
 * @throws NotForArchives where the database has other articles
 */
export async function fillArchive(url: string, asked: Asked): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tell = asked.quiet ? <T>(_: string, work: () => Promise<T>) => work() : step;
  try {
    const { begun, done } = await takeUp(client, asked);
    if (done) return;
    const plan = { ...begun, until: new Date(begun.until) };
    const sample = readSample();
    const paper = await makePaper(client, sample, { ...plan, media: asked.media ?? null });
    await writeBatches(client, deskOf(paper, sample), plan, asked);
    await tell('  Indexes and references are put back', () => putBack(client, begun));
    await tell('  Articles have their related ones', () => fillArchiveRails(client));
    for (const table of ['article', 'revision']) {
      await client.query(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), max(id)) FROM ${table}`);
    }
    await note(client, mark.ended, { firstId: begun.firstId });
    // What a database in use has done by itself long since.
    await tell('  The database knows its tables', () => client.query('VACUUM (ANALYZE)'));
  } finally {
    await client.end();
  }
}
