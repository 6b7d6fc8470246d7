import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { decideModel, modelsToDecide } from '../decide-model.ts';

export const startModelShadow: MutationResolvers['startModelShadow'] = async (_, { input }, context) => {
  const { version, share } = input;
  if (!(share > 0 && share <= 1))
    return refused(
      'MODEL_SHADOW_SHARE_INVALID',
      'A shadow cannot read that share of the texts.',
      'Choose a share above 0 and up to 1.',
    );
  const models = await modelsToDecide(context);
  if (!models.isHere(version))
    return refused(
      'MODEL_NOT_HERE',
      'This model is not here to be evaluated.',
      'Choose one that modelVersions says is evaluable.',
    );
  if (version === models.active.version)
    return refused('MODEL_ALREADY_ACTIVE', 'This version scores already.', 'There is nothing to do.');
  return decideModel(context, models, { act: 'SHADOW_STARTED', version, share, effectiveFrom: new Date() });
};
