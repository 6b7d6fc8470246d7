// The file of rejected rows is written by our own server (RFC 4180, one delimiter, every quotation mark doubled), so thirty
// lines read it; csv-parse, which reads what others write, is ten times the weight of this page.

/** The cells of each line. */
export function readCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const { cell, ends } of cellsOf(text.replace(/^\uFEFF/, ''), delimiter)) {
    row.push(cell);
    if (!ends) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

export function writeCsv(rows: readonly (readonly string[])[], delimiter: string): string {
  const quoted = (cell: string) =>
    cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return `\uFEFF${rows.map((row) => `${row.map(quoted).join(delimiter)}\r\n`).join('')}`;
}

/** Every cell, and whether it is the last of its line. */
function* cellsOf(text: string, delimiter: string): Generator<{ cell: string; ends: boolean }> {
  let at = 0;
  while (at < text.length) {
    const { cell, next } = text[at] === '"' ? quotedAt(text, at) : bareAt(text, at, delimiter);
    const ends = text[next] !== delimiter;
    at = next + (text.startsWith('\r\n', next) ? 2 : 1);
    yield { cell, ends };
    // A line that ends with a delimiter has one more cell, which is empty.
    if (!ends && (at >= text.length || /[\r\n]/.test(text[at] ?? ''))) {
      yield { cell: '', ends: true };
      at += text.startsWith('\r\n', at) ? 2 : 1;
    }
  }
}

function quotedAt(text: string, start: number): { cell: string; next: number } {
  let end = start + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  return { cell: text.slice(start + 1, end).replaceAll('""', '"'), next: end + 1 };
}

function bareAt(text: string, start: number, delimiter: string): { cell: string; next: number } {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\r' && text[end] !== '\n') end++;
  return { cell: text.slice(start, end), next: end };
}
