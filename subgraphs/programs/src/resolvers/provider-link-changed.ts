import type { ProgramsContext } from '../context.ts';
import type { ProviderLinkRow } from '../rows/learning.ts';
import { ProviderLinkStore } from '../store/provider-link-store.ts';

/** The connection as it is now, as the payload of a mutation. */
export async function providerLinkChanged(
  context: ProgramsContext,
  id: string,
): Promise<{ __typename: 'ProviderConnectionChanged'; connection: ProviderLinkRow }> {
  const [connection] = await new ProviderLinkStore(await context.tx()).byIds([id]);
  if (!connection) throw new Error('a connection that was just changed is gone');
  return { __typename: 'ProviderConnectionChanged', connection };
}
