/** Pages made at a time: while one waits for the database another computes. More would only make all of them late. */
const atOnce = 4;
/** Whoever has waited so long is told to come again. */
const longestWaitMs = 5000;

type Go = (isTurn: boolean) => void;

let running = 0;
const urgent: Go[] = [];
const others: Go[] = [];

/** @returns whether the turn came */
async function wait(line: Go[]): Promise<boolean> {
  return await new Promise((go) => {
    const giveUp = setTimeout(() => {
      line.splice(line.indexOf(entry), 1);
      go(false);
    }, longestWaitMs);
    const entry: Go = (isTurn) => {
      clearTimeout(giveUp);
      go(isTurn);
    };
    line.push(entry);
  });
}

/**
 * Does work when its turn comes: a few at a time, and what is urgent before all else.
 * @returns what the work gave, or null where its turn did not come in time
 */
export async function inTurn<T>(isUrgent: boolean, work: () => Promise<T>): Promise<T | null> {
  if (running < atOnce) running++;
  else if (!(await wait(isUrgent ? urgent : others))) return null;
  try {
    return await work();
  } finally {
    const next = urgent.shift() ?? others.shift();
    if (next) next(true);
    else running--;
  }
}
