/** Pages made at a time: while one waits for the database another computes. More would only make all of them late. */
const atOnce = 4;
/** Of what an editor has just changed: the first is ready sooner, and the last no later, than of all at once. */
const urgentAtOnce = 3;
/** So long everything else gives way to that; then one goes on beside it. */
const patienceMs = 250;
/** Whoever has waited so long is told to come again. */
const longestWaitMs = 5000;

interface Waiting {
  since: number;
  begin: () => void;
}

type Rank = 'urgent' | 'other';

const running: Record<Rank, number> = { urgent: 0, other: 0 };
const lines: Record<Rank, Waiting[]> = { urgent: [], other: [] };

function mayBegin(rank: Rank): boolean {
  if (rank === 'urgent') return running.urgent < urgentAtOnce;
  if (running.urgent === 0) return running.other < atOnce;
  const since = lines.other[0]?.since ?? Number.POSITIVE_INFINITY;
  return running.other === 0 && Date.now() - since >= patienceMs;
}

function beginNext(): void {
  for (const rank of ['urgent', 'other'] as const) {
    while (lines[rank].length > 0 && mayBegin(rank)) {
      running[rank]++;
      lines[rank].shift()?.begin();
    }
  }
}

/** @returns whether the turn came; if so it has begun */
async function wait(rank: Rank): Promise<boolean> {
  return await new Promise((go) => {
    const line = lines[rank];
    const giveUp = setTimeout(() => {
      line.splice(line.indexOf(entry), 1);
      go(false);
    }, longestWaitMs);
    const begin = () => {
      clearTimeout(giveUp);
      go(true);
    };
    const entry: Waiting = { since: Date.now(), begin };
    line.push(entry);
  });
}

/**
 * Does work when its turn comes: a few at a time, and what is urgent before all else.
 * @returns what the work gave, or null where its turn did not come in time
 */
export async function inTurn<T>(isUrgent: boolean, work: () => Promise<T>): Promise<T | null> {
  const rank = isUrgent ? 'urgent' : 'other';
  if (mayBegin(rank)) running[rank]++;
  else if (!(await wait(rank))) return null;
  try {
    return await work();
  } finally {
    running[rank]--;
    beginNext();
  }
}
