import { isId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import { providerSecretPlace } from '../../connectors/provider-secret-place.ts';
import type { MutationResolvers, UpdateProviderConnectionInput } from '../../generated/resolvers.ts';
import { planPull } from '../../jobs/pull-connection.ts';
import type { ProviderLinkRow } from '../../rows/learning.ts';
import { ProviderLinkStore } from '../../store/provider-link-store.ts';
import { providerLinkChanged } from '../provider-link-changed.ts';
import { connectionNotFound, refuseLink } from '../provider-link-rules.ts';
import { tellAudited } from '../tell-audited.ts';

export const updateProviderConnection: MutationResolvers['updateProviderConnection'] = async (
  _,
  { input },
  context,
) => {
  const tx = await context.tx();
  const links = new ProviderLinkStore(tx);
  const before = isId(input.id) ? await links.lock(input.id) : undefined;
  if (!before) return connectionNotFound();
  const after = changed(before, input);
  const refusal = refuseLink(after, input.secret ?? 'the one that is there');
  if (refusal) return refusal;
  const isMoved = after.baseUrl !== before.baseUrl || after.settings.tokenUrl !== (before.settings.tokenUrl ?? null);
  // Whoever may change the address must not get the secret sent there that way.
  if (isMoved && !input.secret) {
    return refused(
      'CONNECTION_SECRET',
      'With a new address the secret has to be given again.',
      'Give the secret that the provider issued.',
    );
  }
  const secret = input.secret
    ? context.sealer.seal(input.secret, providerSecretPlace(tx.companyId, before.id))
    : before.secret;
  await links.change({ ...after, secret });
  if (isMoved) await links.moveCursor(before.id, null);
  if (before.status === 'ACTIVE') await planPull(context, tx, before, new Date());
  await tellAudited(context, { action: 'providerConnection.changed', target: before.id, detail: {} });
  return providerLinkChanged(context, before.id);
};

/** What is left out stays; an empty text clears it. */
function changed(before: ProviderLinkRow, input: UpdateProviderConnectionInput) {
  const setting = (given: string | null | undefined, kept: string | null | undefined): string | null =>
    (given ?? kept)?.trim() || null;
  return {
    id: before.id,
    provider: before.provider,
    name: (input.name ?? before.name).trim(),
    baseUrl: (input.baseUrl ?? before.baseUrl).trim(),
    settings: {
      tokenUrl: setting(input.tokenUrl, before.settings.tokenUrl),
      clientId: setting(input.clientId, before.settings.clientId),
      recordsPath: setting(input.recordsPath, before.settings.recordsPath),
    },
    intervalMinutes: input.intervalMinutes ?? before.intervalMinutes,
  };
}
