import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { modelRules } from '../../model/repository-versions.ts';
import { decideModel, modelsToDecide } from '../decide-model.ts';

export const startModelCanary: MutationResolvers['startModelCanary'] = async (_, { input }, context) => {
  const { version, share } = input;
  const { mostShare } = modelRules().canary;
  if (!(share > 0 && share <= mostShare))
    return refused(
      'MODEL_SHARE_INVALID',
      'A canary cannot score that share of the texts.',
      `Choose a share above 0 and up to ${mostShare}.`,
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
  return decideModel(context, models, { act: 'CANARY_STARTED', version, share, effectiveFrom: new Date() });
};
