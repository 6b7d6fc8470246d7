import type { RowIssue } from './row-issue.ts';

/** One record of a CSV file, as written. */
export interface RawRow {
  /** 1-based line of the file where the record starts; quoted newlines make a record longer than a line. */
  readonly line: number;
  /** Where the record starts in the file, in bytes. Known for UTF-8 only: other encodings are read after decoding. */
  readonly byteOffset: number | undefined;
  /** The cells by column name; empty when the record is broken. */
  readonly cells: Readonly<Record<string, string>>;
  /** The cells in file order. Of a row with broken quotation marks: its first line, cut at each delimiter. */
  readonly raw: readonly string[];
  /** What is structurally wrong with the record; empty for nearly all. A row with an issue has no cells to import. */
  readonly issues: readonly RowIssue[];
}
