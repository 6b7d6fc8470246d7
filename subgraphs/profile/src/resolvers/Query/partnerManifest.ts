import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { PartnerManifestStore } from '../../store/partner-manifest-store.ts';

export const partnerManifest: QueryResolvers['partnerManifest'] = async (_, { id }, { tx }) => {
  if (id != null && !isId(id)) return null;
  const store = new PartnerManifestStore(await tx());
  return (await (id == null ? store.active() : store.find(id))) ?? null;
};
