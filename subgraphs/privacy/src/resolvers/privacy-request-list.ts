import { type ConnectionShape, connectionOf, type PageArguments, pageOf } from '@teei/runtime/connection';
import type { PrivacyContext } from '../context.ts';
import type { PrivacyRequestRow } from '../rows.ts';
import { PrivacyRequestStore } from '../store/privacy-request-store.ts';

/** The viewer's company's requests, newest first; the same list from the root and from the company. */
export async function privacyRequestList(
  args: PageArguments,
  context: PrivacyContext,
): Promise<ConnectionShape<PrivacyRequestRow>> {
  const page = pageOf(args, 'id');
  const store = new PrivacyRequestStore(await context.tx());
  return connectionOf(
    await store.page(page),
    page,
    ({ id }) => [id],
    () => store.count(),
  );
}
