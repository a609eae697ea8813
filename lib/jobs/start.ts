import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import { db } from '#lib/db.ts';
import { settleMostRead } from '#lib/most-read/settle.ts';
import { sendAt } from '#lib/queue/send.ts';
import type { JobData, JobName } from '#lib/queue/types.ts';
import { cleanJob } from './clean.ts';
import { expirePagesJob } from './expire-pages.ts';
import { keepFilling } from './fill-rails.ts';
import { indexArticlesJob } from './index-articles.ts';
import { indexNowJob } from './index-now.ts';
import { publishArticleJob, sweepScheduled } from './publish.ts';
import { tellTrouble } from './trouble.ts';

// Work at its hour, on pg-boss in the newsroom's own database (its tables are in the schema "pgboss"). Each server that
// lib/server starts works at it, however many there are; under a plain `next start` nobody does, and what is scheduled
// waits until one of ours is started.

const sweepEveryMs = 20_000;
/** A stop waits so long for work that is under way; what it breaks off is rolled back and done by the next server. */
const stopLimitMs = 1500;
/** Jobs of one minute ("18:00") that are done at the same time: half of the connections that db() may open. */
const atOnce = 5;

type Work<N extends JobName> = (data: JobData[N], now: Date) => Promise<void>;

/** IndexNow is told of many at a time, below. */
const works: { [N in Exclude<JobName, 'index-now'>]: Work<N> } = {
  'publish-article': publishArticleJob,
  'expire-pages': expirePagesJob,
  'index-articles': indexArticlesJob,
};

/** A claim that a killed server left is free again after expireInSeconds; what failed is tried again soon, then seldom. */
const queueSettings = {
  policy: 'short',
  expireInSeconds: 30,
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  deleteAfterSeconds: 24 * 60 * 60,
};

/** The pool of pg-boss: its own, so that a rush of readers delays no article's hour. */
function openPool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'toasoan jobs',
    max: 3,
    connectionTimeoutMillis: 3000,
    query_timeout: 15_000,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced at the next query.
  pool.on('error', () => {});
  return pool;
}

async function doOne<N extends JobName>(work: Work<N>, job: JobWithMetadata<JobData[N]>): Promise<JobResult> {
  try {
    // The database says that the hour has come; this machine's clock may be behind and say it has not.
    const now = new Date(Math.max(Date.now(), job.startAfter.getTime()));
    await work(job.data, now);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    tellTrouble(error);
    const message = error instanceof Error ? error.message : String(error);
    return { id: job.id, status: 'failed', output: { message } };
  }
}

async function workAt<N extends JobName>(boss: PgBoss, name: N, work: Work<N>): Promise<void> {
  await boss.createQueue(name, queueSettings);
  const options = {
    batchSize: atOnce,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: 1,
    includeMetadata: true,
    perJobResults: true,
  } as const;
  await boss.work<JobData[N], JobResult[], typeof options>(
    name,
    options,
    async (jobs: JobWithMetadata<JobData[N]>[]) => await Promise.all(jobs.map((job) => doOne(work, job))),
  );
}

/** What failed is tried again for about a day, all of one message together. */
async function tellEngines(boss: PgBoss): Promise<void> {
  if (!process.env['INDEXNOW_KEY']) return;
  const retries = { retryLimit: 20, retryDelay: 30, retryDelayMax: 2 * 60 * 60 };
  await boss.createQueue('index-now', { ...queueSettings, ...retries, expireInSeconds: 120 });
  const options = { batchSize: 1000, pollingIntervalSeconds: 5 } as const;
  await boss.work<JobData['index-now']>('index-now', options, async (jobs) => {
    await indexNowJob(jobs.map(({ data }) => data));
  });
}

/** Work that returns by the clock, in one of the servers; what is missed waits for the next time. */
async function workByTheClock(
  boss: PgBoss,
  name: string,
  cron: string,
  work: () => Promise<void>,
): Promise<void> {
  await boss.createQueue(name, { ...queueSettings, retryLimit: 0, expireInSeconds: 600 });
  await boss.work(name, { pollingIntervalSeconds: 30 }, work);
  await boss.schedule(name, cron);
}

/** Looks after scheduled articles now and every 20 seconds. @returns stops it, once the sweep under way is done */
function keepSweeping(): () => Promise<void> {
  let sweeping = Promise.resolve();
  const sweep = () => {
    sweeping = sweeping.then(() => sweepScheduled(new Date())).catch(tellTrouble);
  };
  sweep();
  const timer = setInterval(sweep, sweepEveryMs);
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
}

/**
 * Starts doing what is scheduled, in this process. A lost database is waited for.
 * @returns stops it within two seconds
 */
export async function startJobs(databaseUrl: string): Promise<() => Promise<void>> {
  // What became due while no server ran goes out first of all.
  const stopSweeping = keepSweeping();
  const stopFilling = keepFilling();
  const pool = openPool(databaseUrl);
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => await pool.query(text, values) },
    superviseIntervalSeconds: 20,
  });
  let isStopping = false;
  boss.on('error', (error) => {
    if (!isStopping) tellTrouble(error);
  });
  const stop = async () => {
    isStopping = true;
    const ended = Promise.all([stopSweeping(), stopFilling(), boss.stop({ timeout: 1000 })]).then(() =>
      pool.end(),
    );
    await Promise.race([ended.catch(tellTrouble), sleep(stopLimitMs, null, { ref: false })]);
  };
  try {
    await boss.start();
    await workAt(boss, 'publish-article', works['publish-article']);
    await workAt(boss, 'expire-pages', works['expire-pages']);
    await workAt(boss, 'index-articles', works['index-articles']);
    // What came into the database before this server: by an older one, or by hand.
    await db().$transaction((tx) => sendAt(tx, 'index-articles', {}, new Date()));
    await tellEngines(boss);
    await workByTheClock(boss, 'clean', '23 * * * *', () => cleanJob(new Date()));
    await workByTheClock(boss, 'most-read-day', '*/10 * * * *', () => settleMostRead('day', new Date()));
    await workByTheClock(boss, 'most-read-week', '7 * * * *', () => settleMostRead('week', new Date()));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
