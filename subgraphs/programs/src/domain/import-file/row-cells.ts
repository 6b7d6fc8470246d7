import type { RawRow } from './raw-row.ts';
import { type RowIssue, type RowIssueCode, rowIssue } from './row-issue.ts';

/** The cells of one row by field, and the issues found while reading them. */
export class RowCells<Field extends string> {
  readonly issues: RowIssue[] = [];
  readonly #row: RawRow;
  readonly #mapping: Readonly<Partial<Record<Field, string>>>;

  constructor(row: RawRow, mapping: Readonly<Partial<Record<Field, string>>>) {
    this.#row = row;
    this.#mapping = mapping;
  }

  /** The cell's text, trimmed; empty when the file has no such column or the cell is one of the ways to write "nothing". */
  text(field: Field): string {
    const text = this.#written(field).trim();
    return text.length <= 4 && NOTHING.has(text.toLowerCase()) ? '' : text;
  }

  /** Reads a cell that the record cannot be without; `null` goes with an error. */
  require<T>(field: Field, missing: RowIssueCode, bad: RowIssueCode, read: (cell: string) => T | null): T | null {
    const text = this.text(field);
    const value = text === '' ? null : read(text);
    if (value === null) this.report('error', text === '' ? missing : bad, field);
    return value;
  }

  /** Reads a cell that may be left out; a bad one goes with a warning, an empty one only when `missing` is given and the file has the column. */
  prefer<T>(field: Field, bad: RowIssueCode, read: (cell: string) => T | null, missing?: RowIssueCode): T | null {
    const text = this.text(field);
    const value = text === '' ? null : read(text);
    const code = text === '' ? missing : bad;
    if (value === null && code !== undefined && this.#mapping[field] !== undefined) this.report('warning', code, field);
    return value;
  }

  report(level: RowIssue['level'], code: RowIssueCode, field: Field): void {
    const place = { line: this.#row.line, column: this.#mapping[field] ?? '', value: this.#written(field) };
    this.issues.push(rowIssue(level, code, place));
  }

  #written(field: Field): string {
    const column = this.#mapping[field];
    return column === undefined ? '' : (this.#row.cells[column] ?? '');
  }
}

const NOTHING: ReadonlySet<string> = new Set(['-', '–', '—', 'n/a', 'null', 'none']);
