/** A cell of a pasted table; null: the place that a merged cell beside or above it takes up. */
export type Grid = (HTMLTableCellElement | null)[][];

const mostColumns = 30;
const mostRows = 300;

/** The cells of a table by row and column. A merged cell stands at its first place, the others are empty. */
export function gridOf(table: HTMLTableElement): Grid {
  const rows = [...table.rows].slice(0, mostRows);
  const grid: Grid = rows.map(() => []);
  for (const [y, row] of rows.entries()) place(grid, row, y);
  const columns = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: columns }, (_, x) => row[x] ?? null));
}

const within = (value: number, most: number) => Math.min(Math.max(value, 1), most);

/** Takes up the places of one cell, from its first. */
function take(grid: Grid, cell: HTMLTableCellElement, x: number, y: number): void {
  const right = Math.min(x + within(cell.colSpan, mostColumns), mostColumns);
  for (const line of grid.slice(y, y + within(cell.rowSpan, mostRows))) {
    for (let at = x; at < right; at++) line[at] = null;
  }
  const line = grid[y];
  if (line && x < mostColumns) line[x] = cell;
}

function place(grid: Grid, row: HTMLTableRowElement, y: number): void {
  let x = 0;
  for (const cell of row.cells) {
    while (grid[y]?.[x] !== undefined) x++;
    take(grid, cell, x, y);
  }
}
