import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import { featuresChanged } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { FeatureStore } from '../../store/feature-store.ts';
import { companyFeatures } from '../company-features.ts';
import { tellAudited } from '../tell-audited.ts';

export const setCompanyFeature: MutationResolvers['setCompanyFeature'] = async (_, { input }, context) => {
  const { feature, percentage } = input;
  if (percentage < 0 || percentage > 100)
    return refused('FEATURE_PERCENTAGE_INVALID', 'A share is 0 to 100 percent.', 'Choose a number between them.');
  await new FeatureStore(await context.tx()).set(feature, percentage, actorOf(context.viewer));
  await tellAudited(context, {
    event: featuresChanged,
    id: context.tenant.companyId,
    data: { feature, percentage },
    action: 'companyFeature.set',
    detail: { feature, percentage },
  });
  const set = (await companyFeatures(context)).find((each) => each.feature === feature);
  if (!set) throw new Error('a feature that was set is not among the features');
  return { __typename: 'CompanyFeatureSet', feature: set };
};
