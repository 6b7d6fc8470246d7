import { readCsv, writeCsv } from './csv-text.ts';

/** The rejected rows of an import as a table that can be written into. */
export interface RejectedTable {
  readonly columns: readonly string[];
  readonly rows: readonly RejectedRow[];
}

export interface RejectedRow {
  /** As many as there are columns; a row that had more cells keeps them behind. */
  readonly cells: readonly string[];
  readonly codes: string;
  readonly remedy: string;
}

/** The server writes two columns of its own behind the file's: codes and remedy. */
const own = 2;

export function readRejected(text: string, delimiter: string): RejectedTable {
  const [header = [], ...lines] = readCsv(text, delimiter);
  const columns = header.slice(0, -own);
  return {
    columns,
    rows: lines.map((line) => ({ cells: line.slice(0, -own), codes: line.at(-2) ?? '', remedy: line.at(-1) ?? '' })),
  };
}

export function withCell({ columns, rows }: RejectedTable, at: number, column: number, value: string): RejectedTable {
  const changed = (row: RejectedRow) => ({ ...row, cells: row.cells.with(column, value) });
  return { columns, rows: rows.map((row, index) => (index === at ? changed(row) : row)) };
}

/** A small file with the file's own columns. Cells beyond them go once they are emptied. */
export function mendedCsv({ columns, rows }: RejectedTable, delimiter: string): string {
  const trimmed = rows.map(({ cells }) => {
    let length = cells.length;
    while (length > columns.length && cells[length - 1] === '') length--;
    return cells.slice(0, length);
  });
  return writeCsv([columns, ...trimmed], delimiter);
}
