import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { ModelRegistryStore } from '../../store/model-registry-store.ts';
import { askedThresholds, outOfBounds } from '../asked-thresholds.ts';
import { modelsToDecide, registryChanged } from '../decide-model.ts';
import { tellAudited } from '../tell-audited.ts';

export const overrideModelThresholds: MutationResolvers['overrideModelThresholds'] = async (_, { input }, context) => {
  const thresholds = askedThresholds(input.thresholds);
  const problems = outOfBounds(thresholds);
  if (problems) return problems;
  const { override } = await modelsToDecide(context);
  const revision = override?.revision ?? 0;
  if (revision !== input.revision)
    return refused(
      'MODEL_THRESHOLDS_CHANGED',
      'The thresholds were changed since you read them.',
      'Read them again and make your change in what they are now.',
    );
  const { companyId } = context.tenant;
  await new ModelRegistryStore(await context.tx()).put(revision + 1, thresholds, actorOf(context.viewer));
  await tellAudited(context, {
    action: 'modelThresholds.overridden',
    target: companyId,
    detail: { revision: revision + 1, ...thresholds },
  });
  return registryChanged(context);
};
