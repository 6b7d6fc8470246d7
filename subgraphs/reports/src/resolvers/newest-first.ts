import { type ConnectionShape, connectionOf, type PageArguments, pageOf } from '@teei/runtime/connection';
import { isId } from '@teei/runtime/id';
import { PlatformError } from '@teei/runtime/platform-error';
import type { PageById } from '../store/page-by-id.ts';

/** A Relay connection over a store's list that is sorted by id, newest first. */
export async function newestFirst<Row extends { readonly id: string }>(
  args: PageArguments,
  open: () => Promise<{ page(page: PageById): Promise<Row[]>; count(): Promise<number> }>,
): Promise<ConnectionShape<Row>> {
  const page = pageOf(args, 1);
  if (page.after && !isId(page.after[0])) {
    throw new PlatformError(
      'CURSOR_INVALID',
      'This cursor was not given out by this list.',
      'Use endCursor of the page before, or no cursor.',
    );
  }
  const store = await open();
  return connectionOf(
    await store.page(page),
    page,
    ({ id }) => [id],
    () => store.count(),
  );
}
