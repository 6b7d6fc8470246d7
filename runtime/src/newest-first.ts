import { type ConnectionShape, connectionOf, type Page, type PageArguments, pageOf } from './connection.ts';

/** A page of a list that is sorted by id. */
export type PageById = Page<readonly string[] & { length: 1 }>;

/** A Relay connection over a store's list that is sorted by id, newest first. */
export async function newestFirst<Row extends { readonly id: string }>(
  args: PageArguments,
  open: () => Promise<{ page(page: PageById): Promise<Row[]>; count(): Promise<number> }>,
): Promise<ConnectionShape<Row>> {
  const page = pageOf(args, 'id');
  const store = await open();
  const rows = await store.page(page);
  return connectionOf(
    rows,
    page,
    ({ id }) => [id],
    () => store.count(),
  );
}
