import { manifestChanges } from '../domain/manifest/manifest-changes.ts';
import type { PartnerManifestResolvers } from '../generated/resolvers.ts';
import { memberOfActor } from './member-of-actor.ts';

export const PartnerManifest: PartnerManifestResolvers = {
  operations: async ({ id }, _, { loaders }) => [...(await loaders.partnerOperations.load(id))],
  changes: async ({ id }, _, { loaders }) => {
    const active = await loaders.activeManifest.load('');
    if (active?.id === id) return [];
    const [before, after] = await Promise.all([
      active ? loaders.partnerOperations.load(active.id) : [],
      loaders.partnerOperations.load(id),
    ]);
    return manifestChanges(before, after);
  },
  uploadedBy: ({ uploadedBy }, _, context) => memberOfActor(uploadedBy, context),
  activatedBy: ({ activatedBy }, _, context) => memberOfActor(activatedBy, context),
};
