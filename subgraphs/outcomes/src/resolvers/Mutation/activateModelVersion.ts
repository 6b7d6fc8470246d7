import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { decideModel, modelsToDecide } from '../decide-model.ts';

export const activateModelVersion: MutationResolvers['activateModelVersion'] = async (_, { input }, context) => {
  const { version } = input;
  const now = new Date();
  const effectiveFrom = input.effectiveFrom ? new Date(input.effectiveFrom) : now;
  if (effectiveFrom < now)
    return refused(
      'MODEL_TIME_PAST',
      'A version cannot score from a time on that is past.',
      'Name a later time, or none to activate it at once.',
    );
  const models = await modelsToDecide(context);
  if (!models.isHere(version))
    return refused(
      'MODEL_NOT_HERE',
      'This model is not here to be evaluated.',
      'Choose one that modelVersions says is evaluable.',
    );
  if (version === models.active.version && models.state.scheduled === null)
    return refused('MODEL_ALREADY_ACTIVE', 'This version scores already.', 'There is nothing to do.');
  return decideModel(context, models, { act: 'ACTIVATED', version, share: null, effectiveFrom });
};
