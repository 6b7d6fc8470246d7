import { decodeToUtf8 } from './decode-to-utf8.ts';
import type { Dialect } from './dialect.ts';
import type { RawRow } from './raw-row.ts';
import { type FileRecord, RecordReader } from './record-reader.ts';
import { type RowIssueCode, rowIssue } from './row-issue.ts';

export interface ReadRowsOptions {
  /** Reading stops after so many rows; one last row with the issue `TOO_MANY_ROWS` says so. Unlimited by default. */
  readonly maxRows?: number;
  /** Rows handed over at a time; 1,000 by default. One by one, waiting would cost more than reading. */
  readonly batchSize?: number;
}

/**
 * Reads the rows below the header of a CSV file, in batches and in file order, with flat memory for a file of any size.
 * Blank lines are passed over. A row that is structurally broken comes with `issues` and reading goes on.
 *
 * @param source the whole file from its first byte, e.g. `createReadStream(path)`
 * @throws only what `source` throws
 */
export async function* readRows(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  fileDialect: Dialect,
  options: ReadRowsOptions = {},
): AsyncGenerator<RawRow[], void, undefined> {
  const { maxRows = Number.POSITIVE_INFINITY, batchSize = 1000 } = options;
  const dialect = withKeyNames(fileDialect);
  let batch: RawRow[] = [];
  let count = 0;
  let headerSeen = false;
  for await (const records of readRecords(source, dialect)) {
    for (const record of records) {
      if (isBlank(record)) continue;
      if (!headerSeen) {
        headerSeen = true;
        continue;
      }
      if (count === maxRows) {
        yield [...batch, brokenRow(record, 'TOO_MANY_ROWS', dialect)];
        return;
      }
      count++;
      batch.push(toRow(record, dialect));
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function* readRecords(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, dialect: Dialect) {
  const reader = new RecordReader(dialect);
  for await (const piece of decodeToUtf8(source, dialect)) yield await reader.feed(piece);
  yield await reader.finish();
}

function isBlank(record: FileRecord): boolean {
  return record.cells.length === 1 && record.broken === undefined && (record.cells[0] ?? '').trim() === '';
}

function toRow(record: FileRecord, dialect: Dialect): RawRow {
  if (record.broken !== undefined) return brokenRow(record, record.broken, dialect);
  if (record.cells.length !== dialect.columns.length) return brokenRow(record, 'WRONG_COLUMN_COUNT', dialect);
  const cells: Record<string, string> = {};
  // A counting loop, since this runs for every cell of the file and an iterator over entries takes longer than the rest.
  for (let at = 0; at < dialect.columns.length; at++) cells[dialect.columns[at] ?? ''] = record.cells[at] ?? '';
  return { line: record.line, byteOffset: byteOffsetOf(record, dialect), cells, raw: record.cells, issues: NO_ISSUES };
}

const NO_ISSUES: RawRow['issues'] = [];

function brokenRow(record: FileRecord, code: RowIssueCode, dialect: Dialect): RawRow {
  const value = record.cells.join(dialect.delimiter);
  const issue = rowIssue('error', code, { line: record.line, column: '', value });
  return {
    line: record.line,
    byteOffset: byteOffsetOf(record, dialect),
    cells: {},
    raw: record.cells,
    issues: [issue],
  };
}

function byteOffsetOf(record: FileRecord, dialect: Dialect): number | undefined {
  return dialect.encoding === 'utf-8' ? dialect.bomBytes + record.offset : undefined;
}

/**
 * The same dialect with column names that V8 holds as property names. Names cut out of a file's text are looked up afresh at
 * each use as a key, which took ten times as long as the rest of making a row.
 */
function withKeyNames(dialect: Dialect): Dialect {
  return { ...dialect, columns: dialect.columns.flatMap((name) => Object.keys({ [name]: '' })) };
}
