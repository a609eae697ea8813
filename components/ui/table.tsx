import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The cell that says which row it is; read out before the others. */
  isHead?: boolean;
  /** Left out where there is little room: say it in the head cell instead. */
  onlyWide?: boolean;
  /** Numbers stand at the end. */
  atEnd?: boolean;
  /** As narrow as its content. */
  fit?: boolean;
}

interface Props<Row> {
  /** What the table is, for whoever can't see it among the headings. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
}

function classOf<Row>({ onlyWide, atEnd, fit }: Column<Row>): string | undefined {
  const classes = [onlyWide && 'table-wide', atEnd && 'table-end', fit && 'table-fit'].filter(Boolean);
  return classes.length > 0 ? classes.join(' ') : undefined;
}

/** Rows of the same kind. */
export function Table<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classOf(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) =>
              column.isHead ? (
                <th key={column.key} scope="row" className={classOf(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={classOf(column)}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
