import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { columnNames } from './column-names.ts';
import { guessDateFormat } from './date-text.ts';
import { guessDecimalComma } from './decimal-text.ts';
import { detectEncoding } from './detect-encoding.ts';
import { DELIMITERS, type Delimiter, type Dialect, type LineEnding } from './dialect.ts';
import { type ImportRefusal, type ImportRefusalCode, importRefusal } from './import-refusal.ts';
import { recordShape } from './record-shape.ts';

export const HEAD_BYTES = 64 * 1024;
export const MAX_COLUMNS = 200;
const SAMPLE_RECORDS = 200;

export type DetectedDialect =
  | { readonly ok: true; readonly dialect: Dialect }
  | { readonly ok: false; readonly refusal: ImportRefusal };

/** Tells how a CSV file is written from its first bytes (at most 64 KB are looked at). Refusals are values; nothing is thrown. */
export function detectDialect(file: Uint8Array): DetectedDialect {
  const head = file.subarray(0, HEAD_BYTES);
  const encoded = detectEncoding(head);
  if (!encoded.ok) return refuse(encoded.code);
  const { encoding, bomBytes } = encoded;
  const text = iconv.decode(Buffer.from(head.subarray(bomBytes)), encoding);
  if (text.trim() === '') return refuse('IMPORT_EMPTY_FILE');

  const lineEnding = detectLineEnding(text);
  const { delimiter, records } = detectDelimiter(text, lineEnding);
  const header = readHeader(text, delimiter, lineEnding);
  if (header === undefined) return refuse('IMPORT_BAD_HEADER');
  if (header.length > MAX_COLUMNS) return refuse('IMPORT_TOO_MANY_COLUMNS');
  // A header that alone fills the head is no header; a short file that ends after its header has nothing to import.
  if (records.length < 2) return refuse(head.length === HEAD_BYTES ? 'IMPORT_BAD_HEADER' : 'IMPORT_EMPTY_FILE');

  const cells = records.slice(1).flat();
  const decimalComma = guessDecimalComma(cells);
  const dateFormat = guessDateFormat(cells);
  const columns = columnNames(header);
  return { ok: true, dialect: { encoding, bomBytes, delimiter, lineEnding, decimalComma, dateFormat, columns } };
}

function refuse(code: ImportRefusalCode): DetectedDialect {
  return { ok: false, refusal: importRefusal(code) };
}

/** The line ending that is most frequent in the text; quoted newlines inside feedback may differ from it. */
function detectLineEnding(text: string): LineEnding {
  const count = { '\r\n': 0, '\n': 0, '\r': 0 };
  for (const [ending] of text.matchAll(/\r\n|\n|\r/g)) count[ending as LineEnding]++;
  if (count['\r\n'] > 0 && count['\r\n'] >= count['\n']) return '\r\n';
  return count['\n'] > 0 || count['\r'] === 0 ? '\n' : '\r';
}

/** The delimiter under which most records have as many cells as the header, and the records as it splits them. */
function detectDelimiter(text: string, lineEnding: LineEnding): { delimiter: Delimiter; records: string[][] } {
  const candidates = DELIMITERS.map((delimiter) => {
    const records = splitSample(text, delimiter, lineEnding);
    const width = records[0]?.length ?? 0;
    const even = records.filter((record) => record.length === width).length / Math.max(1, records.length);
    return { delimiter, records, width, score: width > 1 ? even : 0 };
  });
  return candidates.reduce((best, next) => {
    if (next.score !== best.score) return next.score > best.score ? next : best;
    return next.width > best.width ? next : best;
  });
}

function splitSample(text: string, delimiter: Delimiter, lineEnding: LineEnding): string[][] {
  return parse(text, {
    ...recordShape({ delimiter, lineEnding }),
    relax_quotes: true,
    relax_column_count: true,
    // The end of the head may cut a quoted cell open; that record is dropped and the ones before it are kept.
    skip_records_with_error: true,
    skip_empty_lines: true,
    to: SAMPLE_RECORDS,
  });
}

/** Read strictly: a header with a broken quotation mark would shift every column. */
function readHeader(text: string, delimiter: Delimiter, lineEnding: LineEnding): string[] | undefined {
  try {
    return parse(text, { ...recordShape({ delimiter, lineEnding }), skip_empty_lines: true, to: 1 })[0];
  } catch {
    return undefined;
  }
}
