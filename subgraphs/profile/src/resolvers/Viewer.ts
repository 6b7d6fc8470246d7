import { features, hasFeature } from '@teei/runtime/features';
import type { ViewerResolvers } from '../generated/resolvers.ts';
import { CompanyStore } from '../store/company-store.ts';
import { FeatureStore } from '../store/feature-store.ts';
import { MemberSettingStore } from '../store/member-setting-store.ts';
import { ownCompany } from './own-company.ts';

export const Viewer: ViewerResolvers = {
  kind: (viewer) => (viewer.kind === 'member' ? 'MEMBER' : 'API_KEY'),
  member: (viewer, _, { loaders }) => (viewer.kind === 'member' ? loaders.member.load(viewer.memberId) : null),
  company: (_, __, context) => ownCompany(context),
  role: (viewer) => (viewer.kind === 'member' ? viewer.role : null),
  scopes: ({ scopes }) => [...scopes].sort(),
  features: async (viewer, _, context) => {
    if (viewer.kind !== 'member') return [];
    const rollout = await new FeatureStore(await context.tx()).rollout();
    return features.filter((feature) => hasFeature(rollout, feature, viewer.memberId));
  },
  companies: async (viewer, _, context) =>
    viewer.kind === 'member'
      ? new CompanyStore(await context.tx()).membershipsOf(viewer.userId)
      : [{ company: await ownCompany(context), role: null }],
  firstStepsDismissed: async (viewer, _, context) =>
    viewer.kind === 'member' && new MemberSettingStore(await context.tx(), viewer).hasDismissedFirstSteps(),
};
