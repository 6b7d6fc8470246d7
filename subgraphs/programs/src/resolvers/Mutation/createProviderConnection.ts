import { newId } from '@teei/runtime/id';
import { actorOf } from '@teei/runtime/viewer';
import { providerSecretPlace } from '../../connectors/provider-secret-place.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { planPull } from '../../jobs/pull-connection.ts';
import { ProviderLinkStore } from '../../store/provider-link-store.ts';
import { providerLinkChanged } from '../provider-link-changed.ts';
import { refuseLink } from '../provider-link-rules.ts';
import { tellAudited } from '../tell-audited.ts';

const usualInterval = 60;

export const createProviderConnection: MutationResolvers['createProviderConnection'] = async (
  _,
  { input },
  context,
) => {
  const { provider, secret, tokenUrl, clientId, recordsPath } = input;
  const link = {
    provider,
    name: input.name.trim(),
    baseUrl: input.baseUrl.trim(),
    settings: {
      tokenUrl: tokenUrl?.trim() || null,
      clientId: clientId?.trim() || null,
      recordsPath: recordsPath?.trim() || null,
    },
    intervalMinutes: input.intervalMinutes ?? usualInterval,
  };
  const refusal = refuseLink(link, secret);
  if (refusal) return refusal;
  const tx = await context.tx();
  const id = newId();
  const sealed = context.sealer.seal(secret, providerSecretPlace(tx.companyId, id));
  await new ProviderLinkStore(tx).insert({ ...link, id, secret: sealed }, actorOf(context.viewer));
  await planPull(context, tx, { id }, new Date());
  await tellAudited(context, { action: 'providerConnection.created', target: id, detail: { provider } });
  return providerLinkChanged(context, id);
};
