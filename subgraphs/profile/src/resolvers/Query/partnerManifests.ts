import type { QueryResolvers } from '../../generated/resolvers.ts';
import { PartnerManifestStore } from '../../store/partner-manifest-store.ts';

export const partnerManifests: QueryResolvers['partnerManifests'] = async (_, __, { tx }) =>
  new PartnerManifestStore(await tx()).newest();
