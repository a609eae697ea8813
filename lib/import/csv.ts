/** A row of a table, and the line of the file that it begins in (from 1). */
export interface CsvRow {
  line: number;
  cells: string[];
}

/**
 * Reads comma-separated values as RFC 4180 has them: quotes around a cell, doubled within; line ends of any kind. Rows
 * without anything in them are left out.
 */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  // A cell, and what ends it: the first alternative is a quoted one.
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)|[\s\S]/g;
  let line = 1;
  let row: CsvRow = { line, cells: [] };
  let isBroken = false;
  for (const [whole, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(cell)) {
    if (end === undefined) {
      // A quote where none may stand: what follows belongs to the same cell, which no address has.
      isBroken = true;
      continue;
    }
    row.cells.push(isBroken ? '"' : (quoted?.replaceAll('""', '"') ?? plain ?? ''));
    isBroken = false;
    line += (whole.match(/\r\n|\n|\r/g) ?? []).length;
    if (end === ',') continue;
    if (row.cells.some((text) => text !== '')) rows.push(row);
    row = { line, cells: [] };
    if (end === '') break;
  }
  return rows;
}
