import { isId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { PartnerManifestStore } from '../../store/partner-manifest-store.ts';
import { PartnerManifestWrites } from '../../store/partner-manifest-writes.ts';
import { activateManifest, manifestChangedMeanwhile, manifestNotFound } from '../activate-manifest.ts';
import { partnerOperationsOf } from '../partner-operations-of.ts';

export const activatePartnerManifest: MutationResolvers['activatePartnerManifest'] = async (_, { input }, context) => {
  const tx = await context.tx();
  await new PartnerManifestWrites(tx).lock();
  const store = new PartnerManifestStore(tx);
  const [wanted, active] = [isId(input.id) ? await store.find(input.id) : undefined, await store.active()];
  if (!wanted) return manifestNotFound();
  if (wanted.state === 'ACTIVE') return { __typename: 'PartnerManifestActivated', manifest: wanted };
  if ((active?.id ?? null) !== (input.replaces ?? null)) return manifestChangedMeanwhile();
  const { finding } = partnerOperationsOf(context);
  const unfit = (await store.operationsOf([wanted.id])).find((operation) => finding(operation).problems.length > 0);
  if (unfit)
    return refused(
      'MANIFEST_UNFIT',
      `The operation "${unfit.name}" does not fit the graph any more.`,
      'Correct it and upload the manifest anew; the list of its operations says what is wrong.',
    );
  return activateManifest(context, wanted, active, 'partnerManifest.activated');
};
