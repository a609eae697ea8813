import type { Transaction } from '#lib/db.ts';
import type { JobData, JobName } from './types.ts';

/**
 * Has a job done at an hour (or at once, where that has passed), if the caller's transaction commits: one that rolls back
 * leaves no job. The same job for the same hour is kept once, however often it is asked for.
 *
 * The row is written as pg-boss documents it for other clients, rather than by its library: that would need pools and
 * timers of its own in every process that schedules anything, Next's included. Where no server of ours has ever run on
 * the database (a plain `next start`, an import before the first start) there are no queues and so no job; lib/jobs
 * finds the articles that wait when one starts.
 */
export async function sendAt<N extends JobName>(
  tx: Transaction,
  name: N,
  data: JobData[N],
  at: Date,
): Promise<void> {
  const [queues] = await tx.$queryRaw<[{ exist: boolean }]>`
    SELECT to_regclass('pgboss.queue') IS NOT NULL AS exist`;
  if (!queues.exist) return;
  const told = JSON.stringify(data);
  const hour = at.toISOString();
  await tx.$executeRaw`
    INSERT INTO pgboss.job (name, data, start_after, keep_until, singleton_key, policy,
      retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds)
    SELECT name, ${told}::jsonb, ${hour}::timestamptz, ${hour}::timestamptz + retention_seconds * interval '1 second',
      md5(${`${hour} ${told}`}), policy,
      retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds
    FROM pgboss.queue WHERE name = ${name}
    ON CONFLICT DO NOTHING`;
}
