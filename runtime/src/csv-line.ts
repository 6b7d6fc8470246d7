/** Cells as one line of CSV (RFC 4180), its line ending included. Only cells that need quotation marks get them. */
export function csvLine(cells: readonly string[], delimiter = ',', lineEnding = '\r\n'): string {
  return (
    cells.map((cell) => (needsQuotes(cell, delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter) +
    lineEnding
  );
}

/** A cell that starts with one of these signs is run as a formula by spreadsheets (OWASP, CSV injection); an apostrophe stops that. */
export function inertCell(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** What a file of CSV begins with: without the mark Excel reads å and ї wrongly. */
export const byteOrderMark = '\uFEFF';

/** Spaces at the ends are quoted too, since some programs trim bare cells. */
function needsQuotes(cell: string, delimiter: string): boolean {
  return cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell);
}
