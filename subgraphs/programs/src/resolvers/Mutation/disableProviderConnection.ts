import { isId } from '@teei/runtime/id';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { ProviderLinkStore } from '../../store/provider-link-store.ts';
import { providerLinkChanged } from '../provider-link-changed.ts';
import { connectionNotFound } from '../provider-link-rules.ts';
import { tellAudited } from '../tell-audited.ts';

export const disableProviderConnection: MutationResolvers['disableProviderConnection'] = async (_, { id }, context) => {
  const links = new ProviderLinkStore(await context.tx());
  if (!(isId(id) && (await links.lock(id)))) return connectionNotFound();
  await links.disable(id);
  await tellAudited(context, { action: 'providerConnection.disabled', target: id, detail: {} });
  return providerLinkChanged(context, id);
};
