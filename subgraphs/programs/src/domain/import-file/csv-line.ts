import type { Delimiter, LineEnding } from './dialect.ts';

/** Cells as one line of CSV (RFC 4180), its line ending included. Only cells that need quotation marks get them. */
export function csvLine(cells: readonly string[], delimiter: Delimiter, lineEnding: LineEnding): string {
  return (
    cells.map((cell) => (needsQuotes(cell, delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter) +
    lineEnding
  );
}

/** Spaces at the ends are quoted too, since some programs trim bare cells. */
function needsQuotes(cell: string, delimiter: Delimiter): boolean {
  return cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell);
}
