import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { PartnerManifestStore } from '../../store/partner-manifest-store.ts';
import { PartnerManifestWrites } from '../../store/partner-manifest-writes.ts';
import { activateManifest, manifestChangedMeanwhile } from '../activate-manifest.ts';

/** Whoever rolls back is in a hurry: what went before is not checked anew, and what does not fit any more is refused when it is called. */
export const rollBackPartnerManifest: MutationResolvers['rollBackPartnerManifest'] = async (_, { input }, context) => {
  const tx = await context.tx();
  await new PartnerManifestWrites(tx).lock();
  const store = new PartnerManifestStore(tx);
  const active = await store.active();
  if (!active || active.id !== input.id) return manifestChangedMeanwhile();
  const before = await store.lastReplaced();
  const wanted = before === undefined ? undefined : await store.find(before);
  if (!wanted)
    return refused('MANIFEST_IS_FIRST', 'No other version was active before.', 'Upload a manifest and activate it.');
  return activateManifest(context, wanted, active, 'partnerManifest.rolledBack');
};
