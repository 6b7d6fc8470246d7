import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { decideModel, modelsToDecide } from '../decide-model.ts';

export const withdrawModelCanary: MutationResolvers['withdrawModelCanary'] = async (_, __, context) => {
  const models = await modelsToDecide(context);
  const { canary } = models.state;
  if (canary === null)
    return refused('MODEL_NO_CANARY', 'No version is on trial.', 'There is nothing to withdraw or to promote.');
  const { version } = canary;
  return decideModel(context, models, { act: 'CANARY_WITHDRAWN', version, share: null, effectiveFrom: new Date() });
};
