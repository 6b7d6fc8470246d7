import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { canaryChecks } from '../../model/golden-judgements.ts';
import { decideModel, modelsToDecide } from '../decide-model.ts';

export const promoteModelCanary: MutationResolvers['promoteModelCanary'] = async (_, __, context) => {
  const models = await modelsToDecide(context);
  const { canary } = models;
  if (canary === null)
    return refused('MODEL_NO_CANARY', 'No version is on trial.', 'There is nothing to withdraw or to promote.');
  const checks = await canaryChecks(await context.tx(), models);
  if (checks.some(({ passed }) => !passed)) return { __typename: 'CanaryNotReady', checks: [...checks] };
  const { version } = canary;
  return decideModel(context, models, { act: 'PROMOTED', version, share: null, effectiveFrom: new Date() });
};
