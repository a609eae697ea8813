import { db } from '#lib/db.ts';
import { Invalid } from '#lib/site/problems.ts';
import { Prisma } from '#prisma/generated/client.ts';

/** How many attempts are free, and how long the next ones wait: twice as long each time, up to the longest. */
export interface Limit {
  free: number;
  firstMs: number;
  longestMs: number;
}

const second = 1000;
const minute = 60 * second;

export const limits = {
  /** Short enough that nobody is kept out of their own account for long by somebody else's guesses. */
  account: { free: 5, firstMs: 5 * second, longestMs: 5 * minute },
  /** A whole office may share one address. */
  address: { free: 30, firstMs: 5 * second, longestMs: 15 * minute },
  /** The password asked for once more by somebody who is signed in. */
  confirmation: { free: 5, firstMs: 5 * second, longestMs: 5 * minute },
  /** Letters with a link to set a new password. */
  letters: { free: 3, firstMs: 15 * minute, longestMs: 60 * minute },
  /** Each code of a second factor is good once, for as long as it would be good at all. */
  usedCode: { free: 1, firstMs: 3 * minute, longestMs: 3 * minute },
} satisfies Record<string, Limit>;

/** What was counted is forgotten this long after the last wait ended. */
const memoryMs = 60 * minute;

const inWords = (ms: number) =>
  ms > 90 * second ? `${Math.ceil(ms / minute)} phút` : `${Math.max(1, Math.ceil(ms / second))} giây`;

/**
 * Counts an attempt before it is made, so that many at once are no way around the count; what succeeds is forgotten
 * afterwards.
 * @returns milliseconds still to wait: 0 if the attempt may be made, and only then was it counted
 */
export async function countAttempt(key: string, limit: Limit, now: Date): Promise<number> {
  const { free, firstMs, longestMs } = limit;
  const at = Prisma.sql`${now}::timestamptz`;
  const most = Prisma.sql`${free}::int`;
  /** When the wait ends that so many failures earn. */
  const waitAfter = (failures: Prisma.Sql) => Prisma.sql`CASE WHEN ${failures} >= ${most} THEN
    ${at} + interval '1 ms' * least(${longestMs}::float8, ${firstMs}::float8 * 2 ^ least(${failures} - ${most}, 30)) END`;
  const counted = await db().$queryRaw<unknown[]>`
    INSERT INTO sign_in_throttle AS t (key, failures, since, locked_until)
    VALUES (${key}, 1, ${at}, ${waitAfter(Prisma.sql`1`)})
    ON CONFLICT (key) DO UPDATE SET (failures, since, locked_until) = (
      SELECT n, began, ${waitAfter(Prisma.sql`n`)}
      FROM (SELECT greatest(t.since, t.locked_until) < ${at} - interval '1 ms' * ${memoryMs}::float8) AS age (is_old),
        LATERAL (SELECT CASE WHEN is_old THEN 1 ELSE t.failures + 1 END, CASE WHEN is_old THEN ${at} ELSE t.since END)
          AS made (n, began)
    )
    WHERE t.locked_until IS NULL OR t.locked_until <= ${at}
    RETURNING 1`;
  if (counted.length > 0) return 0;
  const row = await db().signInThrottle.findUnique({ where: { key }, select: { lockedUntil: true } });
  return Math.max(1, (row?.lockedUntil?.getTime() ?? 0) - now.getTime());
}

/** Tells somebody how long to wait. */
export const tooOften = (waitMs: number): string =>
  `Đã thử quá nhiều lần. Hãy thử lại sau ${inWords(waitMs)}.`;

/**
 * Counts an attempt that a person makes.
 * @throws Invalid that tells how long to wait
 */
export async function demandAttempt(key: string, limit: Limit, now: Date): Promise<void> {
  const wait = await countAttempt(key, limit, now);
  if (wait > 0) throw new Invalid(tooOften(wait));
}

/** Forgets all attempts under a key: the right person has come. */
export async function forgetAttempts(key: string): Promise<void> {
  await db().signInThrottle.deleteMany({ where: { key } });
}

/** Takes one attempt back. The others stay counted: a guesser with an account of their own wins nothing by it. */
export async function takeBackAttempt(key: string): Promise<void> {
  await db().signInThrottle.updateMany({
    where: { key, failures: { gt: 0 } },
    data: { failures: { decrement: 1 }, lockedUntil: null },
  });
}

/** Removes what is no longer counted, so that guesses at made-up accounts leave nothing behind. */
export async function sweepAttempts(now: Date): Promise<void> {
  const old = new Date(now.getTime() - memoryMs);
  await db().signInThrottle.deleteMany({
    where: { since: { lt: old }, OR: [{ lockedUntil: null }, { lockedUntil: { lt: old } }] },
  });
}
