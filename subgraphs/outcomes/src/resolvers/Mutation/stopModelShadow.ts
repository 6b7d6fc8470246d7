import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { decideModel, modelsToDecide } from '../decide-model.ts';

export const stopModelShadow: MutationResolvers['stopModelShadow'] = async (_, __, context) => {
  const models = await modelsToDecide(context);
  const { shadow } = models;
  if (shadow === null) return refused('MODEL_NO_SHADOW', 'No version reads unseen.', 'There is nothing to stop.');
  const { version } = shadow;
  return decideModel(context, models, { act: 'SHADOW_STOPPED', version, share: null, effectiveFrom: new Date() });
};
