import { type ConnectionShape, connectionOf, type PageArguments } from '@teei/runtime/connection';
import type { PrivacyContext } from '../context.ts';
import type { PrivacyRequestRow } from '../rows.ts';
import { PrivacyRequestStore } from '../store/privacy-request-store.ts';
import { pageBehindId } from './page-behind.ts';

/** The viewer's company's requests, newest first; the same list from the root and from the company. */
export async function privacyRequestList(
  args: PageArguments,
  context: PrivacyContext,
): Promise<ConnectionShape<PrivacyRequestRow>> {
  const page = pageBehindId(args);
  const store = new PrivacyRequestStore(await context.tx());
  return connectionOf(
    await store.page(page),
    page,
    ({ id }) => [id],
    () => store.count(),
  );
}
