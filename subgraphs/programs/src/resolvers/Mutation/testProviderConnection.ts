import { isId } from '@teei/runtime/id';
import { SealBroken } from '@teei/runtime/sealed-secret';
import { adapters } from '../../connectors/adapters.ts';
import { ProviderFailure } from '../../connectors/provider-failure.ts';
import { providerSecretPlace } from '../../connectors/provider-secret-place.ts';
import type { ProgramsContext } from '../../context.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import type { ProviderLinkRow } from '../../rows/learning.ts';
import { providerFailure } from '../provider-failure.ts';
import { connectionNotFound } from '../provider-link-rules.ts';

export const testProviderConnection: MutationResolvers['testProviderConnection'] = async (_, { id }, context) => {
  const link = isId(id) ? await context.loaders.providerLink.load(id) : null;
  if (!link) return connectionNotFound();
  try {
    const { records, passedOver } = await firstPage(context, link);
    return { __typename: 'ProviderConnectionTested', records: records.length + passedOver, problem: null };
  } catch (error) {
    const code =
      error instanceof SealBroken ? 'PROVIDER_SECRET' : error instanceof ProviderFailure ? error.code : undefined;
    if (!code) throw error;
    return { __typename: 'ProviderConnectionTested', records: 0, problem: providerFailure(code) };
  }
};

function firstPage({ sealer, callsFor, tenant }: ProgramsContext, link: ProviderLinkRow) {
  const adapter = adapters[link.provider];
  const secret = sealer.open(link.secret, providerSecretPlace(tenant.companyId, link.id));
  return adapter.page(callsFor({ settings: link.settings, secret, scopes: adapter.scopes, tries: 1 }), link, null);
}
