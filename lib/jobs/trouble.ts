import { isAway } from './passing.ts';

const quietMs = 10 * 60_000;
const toldAt = new Map<string, number>();

/**
 * Tells the terminal of trouble with work in the background, the same at most once in ten minutes. A database that is
 * away is none: the work goes on when it is back, and /api/health has said so meanwhile.
 */
export function tellTrouble(error: unknown): void {
  if (isAway(error)) return;
  const message = error instanceof Error ? error.message : String(error);
  const now = Date.now();
  if (now - (toldAt.get(message) ?? 0) < quietMs) return;
  if (toldAt.size > 100) toldAt.clear();
  toldAt.set(message, now);
  console.error(error);
}
