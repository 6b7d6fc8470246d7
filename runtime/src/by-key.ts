import DataLoader from 'dataloader';

/** A loader for rows that have a key of their own. Unknown keys and other companies' keys alike give null. */
export function byKey<Row>(
  keyOf: (row: Row) => string,
  read: (keys: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, Row | null> {
  return new DataLoader<string, Row | null>(async (keys) => {
    const rows = new Map((await read(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  });
}

/** A loader for lists that hang on a parent: one read for all parents of an operation. */
export function listsByKey<Row>(
  parentOf: (row: Row) => string,
  read: (parents: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, readonly Row[]> {
  return new DataLoader<string, readonly Row[]>(async (parents) => {
    const lists = new Map<string, Row[]>(parents.map((parent) => [parent, []]));
    for (const row of await read(parents)) lists.get(parentOf(row))?.push(row);
    return parents.map((parent) => lists.get(parent) ?? []);
  });
}
