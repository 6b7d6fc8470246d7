import DataLoader from 'dataloader';
import type { OperationContext } from './operation-context.ts';
import type { TenantTransaction } from './tenant-transaction.ts';

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

interface RowStore<Row> {
  byIds(ids: readonly string[]): Promise<readonly Row[]>;
}

/** Loaders for the rows of an operation's stores, by their ids. */
export function rowsById(context: OperationContext) {
  return <Row extends { readonly id: string }>(Store: new (tx: TenantTransaction) => RowStore<Row>) =>
    byKey<Row>(idOf, async (ids) => new Store(await context.tx()).byIds(ids));
}

export function idOf({ id }: { readonly id: string }): string {
  return id;
}

/** The same arguments get the same loader, so that lists asked for with one page size are read together. */
export function forEachPage<Arguments extends readonly unknown[], Loader>(
  make: (...page: Arguments) => Loader,
): (...page: Arguments) => Loader {
  const made = new Map<string, Loader>();
  return (...page) => {
    const key = JSON.stringify(page);
    const known = made.get(key) ?? make(...page);
    made.set(key, known);
    return known;
  };
}
