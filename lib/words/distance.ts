/** The rows of the table of distances that the next one is made from; rows stand for beginnings of the first word. */
interface Rows {
  before: readonly number[];
  twoBefore: readonly number[];
}

function nextRow(a: string, b: string, i: number, { before, twoBefore }: Rows): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const changed = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const swapped = isSwap ? (twoBefore[j - 2] ?? 0) + 1 : changed;
    row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
  }
  return row;
}

/**
 * How many letters must be changed, left out, put in or swapped with their neighbour to make one word of the other; more
 * than `most` is told as `most + 1`, so that words far apart cost little.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let rows: Rows = { before: Array.from({ length: b.length + 1 }, (_, j) => j), twoBefore: [] };
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, rows);
    if (Math.min(...row) > most) return most + 1;
    rows = { before: row, twoBefore: rows.before };
  }
  return Math.min(rows.before[b.length] ?? 0, most + 1);
}
