/**
 * Names for the cells of a header line: trimmed, never empty, never twice the same, so that they can key a row's cells.
 * `['id', '', 'id']` -> `['id', 'column_2', 'id_2']`
 */
export function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, at) => {
    const name = cell.trim().normalize('NFC');
    // Assigning to `__proto__` would set an object's prototype instead of a cell.
    const wanted = name === '' || name === '__proto__' ? `column_${at + 1}` : name;
    const unique = firstFree(wanted, taken);
    taken.add(unique);
    return unique;
  });
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}_${count}`)) count++;
  return `${name}_${count}`;
}
