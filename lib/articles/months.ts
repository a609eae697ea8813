// Where in a long list its n-th article stands, by how many articles each month has. Months are few, articles are not.

/** How many articles of a list came out in a month. */
export interface Month {
  /** Its first day, in UTC. */
  month: Date;
  count: number;
}

/** A stretch of a list, newest first: the articles from `since` till before `before`, without the first `skip` of them. */
export interface Stretch {
  since: Date;
  before: Date;
  skip: number;
}

const monthAfter = (month: Date) => new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));

/** The first day of a time's month, in UTC. */
export const monthOf = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));

/**
 * The whole months that hold the articles after the first `skip`, and `take` of them if there are as many; null where the
 * list ends before.
 * @param months  newest first, each once
 */
export function stretchOf(months: readonly Month[], skip: number, take: number): Stretch | null {
  let passed = 0;
  let found: Stretch | null = null;
  for (const { month, count } of months) {
    if (passed + count > skip) {
      found ??= { since: month, before: monthAfter(month), skip: skip - passed };
      found.since = month;
    }
    passed += count;
    if (found && passed >= skip + take) break;
  }
  return found;
}
