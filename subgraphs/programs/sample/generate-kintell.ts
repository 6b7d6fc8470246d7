import { csvLine } from '@teei/runtime/csv-line';
import { countRows, dirtyRows, type SampleRow } from './dirty-rows.ts';
import { AccountKeeper } from './keep-account.ts';
import type { KintellAccount } from './kintell-account.ts';
import { planSessions } from './plan-sessions.ts';
import { Random } from './random.ts';
import { KINTELL_COLUMNS, writeTidyCells, writeUntidyCells } from './write-row.ts';

export interface KintellSampleOptions {
  /** Rows below the header, duplicates and all. */
  readonly rows: number;
  /** The same seed and options give the same file to the byte. 1 by default. */
  readonly seed?: number;
  /** UTF-8 without a mark, commas, LF, ISO dates, decimal points, and no dirt unless `dirt` says so. */
  readonly clean?: boolean;
  /** Share of rows that are duplicates (half of it) or lack an address (half of it); 0..0.3, 0.03 by default. */
  readonly dirt?: number;
  /** Adds later rows with an earlier row's id and other values. */
  readonly corrections?: boolean;
  /** Last day of the year that the sessions cover, in UTC. 31 October 2026 by default. */
  readonly until?: Date;
}

export interface KintellSample {
  /** Grows while `chunks` is drawn and is complete when `chunks` has ended. */
  readonly account: KintellAccount;
  /** The file's text in pieces of some 64 KB; can be drawn once. */
  readonly chunks: Iterable<string>;
}

/**
 * Makes up a Kintell session export of any length, in flat memory.
 *
 * @example
 * const { account, chunks } = generateKintell({ rows: 10_000 });
 * for (const chunk of chunks) file.write(chunk);
 * console.log(account.distinctSessions);
 */
export function generateKintell(options: KintellSampleOptions): KintellSample {
  const {
    rows,
    seed = 1,
    clean = false,
    dirt = clean ? 0 : 0.03,
    corrections = false,
    until = new Date('2026-10-31'),
  } = options;
  const keeper = new AccountKeeper();
  const counts = countRows(rows, dirt, corrections);
  // Seeds of their own: the same sessions come out clean and dirty.
  const sampleRows = dirtyRows(planSessions(counts.sessions, seed, until), counts, new Random(seed + 1));
  const lines = writeLines(sampleRows, keeper, clean, new Random(seed + 2));
  return { account: keeper.account, chunks: inChunks(lines) };
}

function* writeLines(
  rows: Iterable<SampleRow>,
  keeper: AccountKeeper,
  clean: boolean,
  random: Random,
): Generator<string> {
  const delimiter = clean ? ',' : ';';
  const lineEnding = clean ? '\n' : '\r\n';
  yield (clean ? '' : '\uFEFF') + csvLine(KINTELL_COLUMNS, delimiter, lineEnding);
  // Lines that may be written again: a duplicate comes within some rows of its first, so a few are enough.
  const recent = new Map<SampleRow, string>();
  for (const row of rows) {
    keeper.add(row, row.copyOf?.session);
    const kept = row.role === 'duplicate' && row.copyOf !== undefined ? recent.get(row.copyOf) : undefined;
    const line = kept ?? csvLine(clean ? writeTidyCells(row) : writeUntidyCells(row, random), delimiter, lineEnding);
    yield line;
    remember(recent, row, line);
  }
}

function remember(recent: Map<SampleRow, string>, row: SampleRow, line: string): void {
  recent.set(row, line);
  if (recent.size <= 1000) return;
  const [oldest] = recent.keys();
  if (oldest !== undefined) recent.delete(oldest);
}

function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < 64 * 1024) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
