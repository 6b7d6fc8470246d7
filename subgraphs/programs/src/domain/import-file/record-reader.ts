import { type CsvError, Parser } from 'csv-parse';
import type { Dialect } from './dialect.ts';
import { recordShape } from './record-shape.ts';
import type { RowIssueCode } from './row-issue.ts';

export const MAX_RECORD_BYTES = 64 * 1024;

/** A record that csv-parse could read, or the first line of one that it could not (`broken` says why). */
export interface FileRecord {
  readonly line: number;
  /** In bytes of what was fed, from 0. */
  readonly offset: number;
  readonly cells: readonly string[];
  readonly broken?: RowIssueCode;
}

/**
 * Cuts UTF-8 bytes, fed piece by piece, into CSV records.
 *
 * csv-parse stops for good at a broken quotation mark. Here only the line on which the broken record starts is given up, and
 * reading goes on at the next line with a new parser, so one missing quotation mark costs one row and not the rest of the
 * file. At most one record and one piece are held, whatever the length of the file.
 */
export class RecordReader {
  readonly #shape: Pick<Dialect, 'delimiter' | 'lineEnding'>;
  readonly #newline: number;
  #parser: RecordParser;
  /** Where in the input the present parser began. */
  #parserStart = 0;
  /** Where in the input the next record begins. */
  #next = 0;
  #line = 1;
  /** The input from `#next` on, as far as it has been fed. */
  #held: Buffer = Buffer.alloc(0);
  /** True while the rest of a line without an end in sight is passed over. */
  #skipping = false;
  /** An error in a line whose end has not been fed yet: the line is given up whole, so that it can be shown whole. */
  #unsettled: CsvError | undefined;
  #records: FileRecord[] = [];

  constructor(shape: Pick<Dialect, 'delimiter' | 'lineEnding'>) {
    this.#shape = shape;
    this.#newline = shape.lineEnding === '\r' ? 0x0d : 0x0a;
    this.#parser = this.#openParser();
  }

  /** Feeds the next piece (best of 64 KB or so); answers with the records that it completes. */
  async feed(piece: Buffer): Promise<FileRecord[]> {
    const fresh = this.#skipping ? this.#skipLine(piece) : piece;
    this.#held = this.#held.length === 0 ? fresh : Buffer.concat([this.#held, fresh]);
    let error = this.#unsettled ?? (await this.#parse(fresh));
    while (error !== undefined && this.#holdsLine()) {
      this.#giveUpLine(error);
      error = await this.#parse(this.#held);
    }
    this.#unsettled = error;
    return this.#take();
  }

  /** Ends the input; answers with the records that were waiting for it. */
  async finish(): Promise<FileRecord[]> {
    let error = this.#unsettled ?? (await this.#end());
    while (error !== undefined) {
      this.#giveUpLine(error);
      error = (await this.#parse(this.#held)) ?? (await this.#end());
    }
    return this.#take();
  }

  /** Whether the first held line is whole, or too long to wait for its end. */
  #holdsLine(): boolean {
    return this.#held.length > MAX_RECORD_BYTES || this.#held.includes(this.#newline);
  }

  #take(): FileRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  async #parse(bytes: Buffer): Promise<CsvError | undefined> {
    if (bytes.length === 0) return undefined;
    const heldFrom = this.#next;
    const error = await new Promise<CsvError | undefined>((done) => {
      this.#parser.write(bytes, (failure) => done((failure as CsvError | null | undefined) ?? undefined));
    });
    this.#held = this.#held.subarray(this.#next - heldFrom);
    return error;
  }

  async #end(): Promise<CsvError | undefined> {
    const heldFrom = this.#next;
    const error = await new Promise<CsvError | undefined>((done) => {
      this.#parser.once('end', () => done(undefined)).once('error', (failure) => done(failure as CsvError));
      this.#parser.end();
    });
    this.#held = this.#held.subarray(this.#next - heldFrom);
    return error;
  }

  /** Drops the first held line as a broken record and opens a parser at the line after it. */
  #giveUpLine(error: CsvError): void {
    const at = this.#held.indexOf(this.#newline);
    const length = at < 0 ? this.#held.length : at + 1;
    const text = this.#held.toString('utf8', 0, length).replace(/[\r\n]+$/, '');
    const broken = brokenCode(error, at >= 0 && at < MAX_RECORD_BYTES);
    this.#records.push({ line: this.#line, offset: this.#next, cells: text.split(this.#shape.delimiter), broken });
    this.#skipping = at < 0;
    this.#held = this.#held.subarray(length);
    this.#startAt(this.#next + length);
    this.#line++;
  }

  #skipLine(piece: Buffer): Buffer {
    const at = piece.indexOf(this.#newline);
    this.#skipping = at < 0;
    const length = at < 0 ? piece.length : at + 1;
    this.#startAt(this.#next + length);
    return piece.subarray(length);
  }

  #startAt(offset: number): void {
    this.#next = offset;
    this.#parserStart = offset;
    this.#parser = this.#openParser();
  }

  #openParser(): RecordParser {
    return new RecordParser(this.#shape, (cells, end) => this.#add(cells, end));
  }

  #add(cells: readonly string[], end: number): void {
    this.#records.push({ line: this.#line, offset: this.#next, cells });
    this.#next = this.#parserStart + end;
    // csv-parse counts a quoted CRLF as two lines, so lines are counted here.
    this.#line++;
    for (const cell of cells) this.#line += countLineBreaks(cell);
  }
}

/**
 * csv-parse's stream with its outlet tapped: records are taken where they are pushed, none goes through the stream's queue.
 * The documented way to learn where a record ends (`on_record`) builds two objects for each and takes a fifth of the time.
 */
class RecordParser extends Parser {
  readonly #take: (cells: readonly string[], end: number) => void;

  constructor(shape: Pick<Dialect, 'delimiter' | 'lineEnding'>, take: (cells: readonly string[], end: number) => void) {
    super({ ...recordShape(shape), relax_column_count: true, max_record_size: MAX_RECORD_BYTES });
    this.#take = take;
    // An error is answered by the callback of `write`; without a listener it would end the process as well.
    this.on('error', () => undefined);
    this.resume();
  }

  override push(record: readonly string[] | null): boolean {
    if (record === null) return super.push(null);
    this.#take(record, this.info.bytes);
    return true;
  }
}

function brokenCode(error: CsvError, isShortLine: boolean): RowIssueCode {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'UNCLOSED_QUOTE';
  if (error.code === 'CSV_MAX_RECORD_SIZE') return isShortLine ? 'UNCLOSED_QUOTE' : 'ROW_TOO_LONG';
  return 'STRAY_QUOTE';
}

function countLineBreaks(text: string): number {
  if (!text.includes('\n') && !text.includes('\r')) return 0;
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
