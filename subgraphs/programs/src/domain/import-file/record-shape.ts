import type { Dialect } from './dialect.ts';

/** How csv-parse is told to cut a file. A newline ends a record with or without a carriage return: joined exports mix both. */
export function recordShape({ delimiter, lineEnding }: Pick<Dialect, 'delimiter' | 'lineEnding'>) {
  return { delimiter, record_delimiter: lineEnding === '\r' ? ['\r'] : ['\r\n', '\n'] };
}
