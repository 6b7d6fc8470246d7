import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { decideModel, modelsToDecide } from '../decide-model.ts';

export const rollBackModelVersion: MutationResolvers['rollBackModelVersion'] = async (_, __, context) => {
  const models = await modelsToDecide(context);
  const before = models.state.stack.at(-2);
  if (!before)
    return refused(
      'MODEL_NOTHING_BEFORE',
      'No other version has scored before this one.',
      'Activate the version that you want.',
    );
  const act = { act: 'ROLLED_BACK', version: before.version, share: null, effectiveFrom: new Date() } as const;
  return decideModel(context, models, act);
};
