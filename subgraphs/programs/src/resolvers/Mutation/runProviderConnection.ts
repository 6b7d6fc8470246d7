import { isId } from '@teei/runtime/id';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { planPull } from '../../jobs/pull-connection.ts';
import { ProviderLinkStore } from '../../store/provider-link-store.ts';
import { providerLinkChanged } from '../provider-link-changed.ts';
import { connectionNotFound } from '../provider-link-rules.ts';
import { tellAudited } from '../tell-audited.ts';

export const runProviderConnection: MutationResolvers['runProviderConnection'] = async (_, { id }, context) => {
  const tx = await context.tx();
  const link = isId(id) ? await new ProviderLinkStore(tx).lock(id) : undefined;
  if (!link) return connectionNotFound();
  await planPull(context, tx, link, new Date());
  await tellAudited(context, { action: 'providerConnection.run', target: id, detail: {} });
  return providerLinkChanged(context, id);
};
