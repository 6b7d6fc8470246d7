/** How one CSV file is written. Detected once per file by `detectDialect`, then handed to every later step. */
export interface Dialect {
  readonly encoding: FileEncoding;
  /** Length of the byte order mark in bytes: 0, 2 (UTF-16) or 3 (UTF-8). */
  readonly bomBytes: 0 | 2 | 3;
  readonly delimiter: Delimiter;
  readonly lineEnding: LineEnding;
  /** True when the file writes 4,5 rather than 4.5. */
  readonly decimalComma: boolean;
  readonly dateFormat: DateFormat;
  /** Column names in file order; made unique (`rating`, `rating_2`) and never empty (`column_3`). */
  readonly columns: readonly string[];
}

export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1251';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export type LineEnding = '\r\n' | '\n' | '\r';

/** `iso` is ISO 8601 with a time of day. A format names the order of the parts; a time of day may follow any of them. */
export type DateFormat =
  | 'iso'
  | 'yyyy-mm-dd'
  | 'yyyy/mm/dd'
  | 'dd.mm.yyyy'
  | 'dd-mm-yyyy'
  | 'dd/mm/yyyy'
  | 'mm/dd/yyyy';
